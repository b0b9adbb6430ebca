/**
 * Host names below which customers, users and readers get names of their own, as below `github.io`,
 * that the public suffix list does not have; and single hosts of a large owner on which users
 * publish pages. What lies below (or on) one has nothing to do with its neighbours. `*.` stands for
 * one label, as in the list itself.
 */
export const sharedSuffixes: ReadonlySet<string> = new Set(
  `
  *.cloudapp.azure.com 000webhostapp.com 1password.ca 1password.com 1password.eu account.box.com
  acquia-sites.com ameblo.jp angelfire.com app.box.com app.link atlassian.net au.auth0.com
  auth0.com awsapps.com b-cdn.net b2clogin.com backlog.com backlog.jp bamboohr.com bandcamp.com
  basecamphq.com beehiiv.com bigcartel.com bitrix24.com bitrix24.eu bitrix24.ru blogger.com
  bubble.io bubbleapps.io business.site ca.auth0.com canalblog.com canva.site centerblog.net
  chez.com ciamlogin.com clickfunnels.com cloud.looker.com cloud.mattermost.com
  cloudflareaccess.com cloudwaysapps.com codesandbox.io desk.com deviantart.com docs.google.com
  dreamwidth.org drive.google.com dropboxusercontent.com ecwid.com edgeone.app egnyte.com
  element.io ems.host ent.box.com enterprise.slack.com eu.auth0.com fandom.com force.com
  format.com forms.office.com formstack.com free.fr freshdesk.com freshservice.com frontegg.com
  ghe.com ghost.io gist.github.com gitbook.com github.dev githubusercontent.com gitlab-static.net
  gitpod.io glitch.me godaddysites.com googleusercontent.com gumroad.com happyfox.com
  helpscoutdocs.com hs-sites.com hubspotpagebuilder.com hubspotusercontent.com insanejournal.com
  instapage.com instatus.com instructure.com intercom.help itch.io jimdosite.com jira.com
  jotform.com jp.auth0.com kajabi.com kayako.com kinsta.cloud kintone.com lightning.force.com
  livejournal.com loca.lt looker.com mailchi.mp managebuilding.com mattermost.cloud medium.com
  monday.com mozello.com my.salesforce-sites.com my.salesforce.com my.site.com mybigcommerce.com
  myfreshworks.com mykajabi.com mypinata.cloud myportfolio.com myworkday.com myworkdayjobs.com
  n8n.cloud narod.ru naver.me neocities.org odoo.com okta-emea.com okta-gov.com okta.com
  oktapreview.com onelogin.com over-blog.com ovh.net page.link pbworks.com pinata.cloud
  pixieset.com pixnet.net planfix.com podia.com populr.me proboards.com qualtrics.com
  quickconnect.to readme.io repairshopr.com retool.com rf.gd salesforce-sites.com
  sandbox.my.salesforce.com script.google.com secureserver.net service-now.com sharepoint.com
  site.com sites.google.com skyrock.com slack.com smugmug.com softr.app sourceforge.io
  sourceforge.net squarespace.com stackblitz.io statuspage.io storage.googleapis.com
  strikingly.com substack.com super.site sway.office.com teachable.com teamwork.com thinkific.com
  tilda.ws tistory.com tripod.com tumblr.com typeform.com typepad.com ucoz.ru unbouncepages.com
  us.auth0.com uservoice.com vercel-storage.com webcontainer.io webex.com webnode.com webs.com
  weebly.com wikidot.com wordpress.com workday.com wpcomstaging.com wpengine.com wufoo.com
  your-server.de zapier.app zendesk.com zohocreator.com zohosites.com zoom.us
  `
    .trim()
    .split(/\s+/),
)
