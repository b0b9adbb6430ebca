/**
 * Domains of one owner under one login, each line a family, besides those of the compiled table.
 * Kept by hand; a country's domain that another company holds (yahoo.co.jp) is not among them.
 */
export const families: readonly string[] = [
  `google.com youtube.com gmail.com google.ad google.ae google.al google.am google.as google.at
  google.az google.ba google.be google.bf google.bg google.bi google.bj google.bs google.bt
  google.by google.ca google.cat google.cd google.cf google.cg google.ch google.ci google.cl
  google.cm google.cn google.co.ao google.co.bw google.co.ck google.co.cr google.co.id
  google.co.il google.co.in google.co.jp google.co.ke google.co.kr google.co.ls google.co.ma
  google.co.mz google.co.nz google.co.th google.co.tz google.co.ug google.co.uk google.co.uz
  google.co.ve google.co.vi google.co.za google.co.zm google.co.zw google.com.af google.com.ag
  google.com.ar google.com.au google.com.bd google.com.bh google.com.bn google.com.bo
  google.com.br google.com.bz google.com.co google.com.cu google.com.cy google.com.do
  google.com.ec google.com.eg google.com.et google.com.fj google.com.gh google.com.gi
  google.com.gt google.com.hk google.com.jm google.com.kh google.com.kw google.com.lb
  google.com.ly google.com.mm google.com.mt google.com.mx google.com.my google.com.na
  google.com.ng google.com.ni google.com.np google.com.om google.com.pa google.com.pe
  google.com.pg google.com.ph google.com.pk google.com.pr google.com.py google.com.qa
  google.com.sa google.com.sb google.com.sg google.com.sl google.com.sv google.com.tj
  google.com.tr google.com.tw google.com.ua google.com.uy google.com.vc google.com.vn google.cv
  google.cz google.de google.dj google.dk google.dm google.dz google.ee google.es google.fi
  google.fm google.fr google.ga google.ge google.gg google.gl google.gm google.gr google.gy
  google.hn google.hr google.ht google.hu google.ie google.im google.iq google.is google.it
  google.je google.jo google.kg google.ki google.kz google.la google.li google.lk google.lt
  google.lu google.lv google.md google.me google.mg google.mk google.ml google.mn google.mu
  google.mv google.mw google.ne google.nl google.no google.nr google.nu google.pl google.pn
  google.ps google.pt google.ro google.rs google.ru google.rw google.sc google.se google.sh
  google.si google.sk google.sm google.sn google.so google.sr google.st google.td google.tg
  google.tl google.tm google.tn google.to google.tt google.vu google.ws`,
  `amazon.com amazon.ae amazon.ca amazon.cn amazon.co.jp amazon.co.uk amazon.co.za amazon.com.au
  amazon.com.be amazon.com.br amazon.com.mx amazon.com.tr amazon.de amazon.eg amazon.es amazon.fr
  amazon.ie amazon.in amazon.it amazon.nl amazon.pl amazon.sa amazon.se amazon.sg`,
  'microsoft.com live.com microsoftonline.com office.com outlook.com xbox.com azure.com',
  'auth0.com auth0.auth0.com',
  'bitwarden.com bitwarden.eu',
  'datadoghq.com datadoghq.eu',
  'discord.com discord.gg',
  'docker.com docker.io',
  'gate.com gate.io',
  'hetzner.com hetzner.cloud hetzner.de',
  'inwx.com inwx.de',
  'ionos.com ionos.at ionos.ca ionos.co.uk ionos.de ionos.es ionos.fr ionos.it ionos.mx',
  'keepersecurity.com keepersecurity.eu',
  'mega.io mega.nz mega.app',
  'notion.com notion.so',
  'npmjs.com npmjs.org',
  'ovh.com ovhcloud.com ovh.co.uk ovh.de ovh.es ovh.ie ovh.it ovh.nl ovh.pl ovh.pt',
  'paypal.com paypal.me',
  'postman.com postman.co getpostman.com',
  'railway.com railway.app',
  'telekom.de telekom.com t-online.de',
  'yandex.ru yandex.com yandex.by yandex.com.tr yandex.kz yandex.uz ya.ru',
  'zoho.com zoho.com.au zoho.eu zoho.in zoho.jp zoho.sa',
  'zoom.us zoom.com',
]
