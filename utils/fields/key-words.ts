import type { Words } from './words'

/*
 * Words around the keys of accounts where pages show them as text, in the way of `words.ts`.
 */

/** What only keys that go into an authenticator are called, and why they are shown. */
export const setUpKeyWords: Words =
  /* en */ '*set_?up_(key|code) (authenticator|totp|otp|2fa|mfa|two_factor|shared)_(key|secret*) manual_(entry|set_?up|key|code)* (key|code|secret|it)_manually manually_(enter|add|type|input)* text_code (can_?t|cannot|can_not|unable_to|not_able_to|trouble|problems?|difficult*|could_?n_?t)_(with_)?(scan*|read*|see*|us(e|ing)_) instead_of_scan*' +
  /* de */ ' einrichtungs(schlussel|code) (schlussel|code|manuell)_(manuell*|eingeben) manuell*_(ein|hinzu)* nicht_(ein)?scann*' +
  /* fr */ ' cle_(de_config*|d_?install*|d_?auth*) saisi*_manuel* manuellement (impossible|peux_pas|pouvez_pas|n_?arriv*)_(de_|a_)?(scann*|numeris*|lire)' +
  /* es pt it */ ' (clave|chave|chiave)_(de|di)_(config*|instal*|inst*|auten*) manualmente n(o|ao)_(puede*|pued*|consegu*|pode*)_(escanear|leer|ler|digitalizar|scan*) non_(riesci|puoi|riesc*)_(a_)?(scan*|legg*|inquadr*)' +
  /* nl */ ' (installatie|instel|configuratie)sleutel handmatig* (niet|kunt_u_niet)_scannen' +
  /* sv da nb fi */ ' (installations|konfigurations|oppsetts|opsætnings|oppsett)_?n[yøo]*l* manuellt (skanna|skanne|scanne)_inte (asetus|maaritys)avain manuaalisesti' +
  /* pl cs hu ro */ ' klucz_(konfigura*|instala*) recznie (nastavovaci|instalacni)_klic rucne (beallitasi|telepitesi)_kulcs kezzel cheia_de_config*' +
  /* tr */ ' kurulum_anahtar* (elle|manuel)_(gir|ekle)*' +
  /* ru uk el */ ' ключ_(настройк|установ|налашт)* вручную вручну (не_удается|не_получается|не_вдається)_(от|про|від)?сканир* χειροκινητα' +
  /* zh */ ' [设設]置?[密金][钥鑰] [安][装裝][密金][钥鑰] 手[动動][输輸添加]入? [无無]法[扫掃]' +
  /* ja ko */ ' セットアップキー 設定キー 手動で スキャンできない 読み取れない 설정키 수동 스캔할_?수_?없' +
  /* ar he vi id */ ' مفتاح_الاعداد يدويا ידנית khoa_thiet_lap thu_cong kunci_(penyiapan|pengaturan)'

/** What they are called elsewhere too: said of one on a page about such codes. */
export const keyNouns: Words =
  /* en */ 'key secret seed' +
  /* de fr es pt it */ ' *schlussel cle clave chave chiave *geheimnis' +
  /* nl sv da nb fi */ ' *sleutel *nyckel *nøgle *nøkkel avain' +
  /* pl cs hu ro tr */ ' klucz* klic kulcs cheia anahtar*' +
  /* ru uk el */ ' ключ* секрет* κλειδι*' +
  /* zh ja ko */ ' [密金秘][钥鑰] キー シークレット 秘密 키' +
  /* ar he vi id */ ' مفتاح מפתח khoa kunci'

/** Keys that are none of an authenticator's, and what else looks like one. */
export const otherKeyWords: Words =
  'licen[cs]e* *lizenz* serial* product_?(key|id|code) activation* api* access_(key|token|id)* secret_access* client_(id|secret)* consumer_(key|secret)* token wallet* phrase* onion ssh gpg pgp (public|private|encryption|signing|stream|deploy|webhook|host|session)_(key|secret)* fingerprint* checksum* sha_?[1-9]* md5 hash* digest order* tracking* invoice* voucher* gift* coupon* promo* reference* reservation* booking* request_id trace* лицензи* bestell* commande pedido ordine заказ* 订单 訂單 注文 주문'

/** What tells that a page is about setting an authenticator up. */
export const setUpWords: Words = 'qr* scan* escane* scann* skann* *сканир* [扫掃]描 스캔 スキャン'
