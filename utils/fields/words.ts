/**
 * Words that tell fields apart, as alternatives of a regular expression, in the languages seen on
 * real pages. All are tried on lower-case text in which every run of other characters than
 * letters and digits is one space; stars are explained at `anyOf`. A word to add is one line here
 * and one row in the table test.
 */

/** Names (of name and id) that only code fields have. */
export const codeNames = [
  '*2fa*',
  'twofa',
  'tfa( code)?',
  'm ?fa',
  't?otp',
  'otc',
  'one ?time ?(code|password|passcode|pin|token)',
  '(two|second|multi|2nd|2) ?factor',
  '(two|2) ?step',
  'authenticator',
  'auth(entication)? ?(code|token)',
  'verification ?code',
]

/** Phrases of labels and placeholders that only code fields have. */
export const codePhrases = [
  ...codeNames,
  '(six|6|eight|8) ?(digits?|figures?|stellig|chiffres)*',
  'passcode',
  'code de (verification|vérification|validation|sécurité)',
  'einmal ?(code|passwort|kennwort)',
  'authentifizierungs ?code',
  'bestätigungs ?code',
  'código de (verificación|autenticación|verificação|autenticação)',
  'codice di (verifica|autenticazione)',
  'verificatie ?code',
  'kod (weryfikacyjny|uwierzytelniający)',
  'код (подтверждения|аутентификации|проверки)',
  '(doğrulama|kimlik doğrulama) kodu',
  '(認証|確認|ワンタイム) ?(コード|パスワード)',
  '(动态|動態|认证|驗證|mfa 验证|一次性) ?(密)?[码碼]',
  '인증 ?(코드|번호)',
]

/** Names and labels that code fields share with others. */
export const vagueNames = [
  '*code',
  'kode?',
  'código',
  'codice',
  'token',
  'pin',
  'tan',
  'cod',
  'код',
  'コード',
  '验证码',
  '驗證碼',
  '코드',
]

/** What pages say around a prompt for a code of an authenticator. */
export const promptWords = [
  ...codeNames,
  'authenticators?',
  'auth(entication)? app(lication)?',
  '(zwei|2) ?faktor',
  'mehr ?faktor',
  '(deux|double) (facteurs?|authentification)',
  '(dos|doble) (factores|factor)',
  '(due|doppio) (fattori|fattore)',
  '(dois|duplo) (fatores|fator)',
  '(twee|2) ?(factor|staps)',
  '(2|dwu) ?(etapow|składnikow)*',
  'двух ?(факторн|этапн)*',
  '(二|2|多)(要素|段階|因素|步|重)',
  '(動態|动态)',
  'mfa',
  '身份',
  '2 ?단계',
]

/** Own words of fields for recovery codes. */
export const recoveryNames = [
  'recover*',
  'backup',
  'back up',
  'scratch',
  'emergency',
  'static',
  'wiederherstellung*',
  'récupération',
  'recuperación',
]

/** Own words of fields for codes that are mailed or texted. */
export const sentNames = ['sms', 'e ?mails?( code)?']

/** Own words of fields for codes of things. */
export const otherCodes = [
  'coupon',
  'promo*',
  'discount',
  'voucher',
  'gift',
  'captcha',
  'zip( ?code)?',
  'postal*',
  'post ?code',
  'country ?code',
  'area ?code',
  'card',
  'cvv|cvc|ccv',
  'iban|bic|swift',
  'licen[cs]e*',
  'лиценз*',
  'bar ?code*',
  'invit*',
  'referral',
  'user ?code',
  'device ?code',
  'access ?(key|token)',
  'api ?(key|token)',
  'admin ?token',
  'tan',
  'sku',
  'ticket*',
  'source ?code',
  'language ?code',
  'currency ?code',
  'tax ?code',
]

/** What a page says when it has sent the code itself. */
export const deliveryWords = [
  'sent (you )?(an? )?(to|via|e ?mail|sms|text|code)',
  '(have|has|been|was) (just )?(e ?mailed|texted|sent)',
  'be sent to',
  'send (an? )?e ?mail',
  'sms',
  'text message',
  'check your (e ?mail|inbox|phone)',
  'resend',
  'e ?mail verification',
  'verify your e ?mail',
  'per e ?mail',
  'par e ?mail',
]

/** What a page never says when it has sent the code itself. */
export const authenticatorWords = ['authenticators?', 'auth(entication)? app*', 'qr', 'totp']

/** What a page says when it asks for a recovery code. */
export const recoveryWords = [
  '(enter|use|provide|type) (an?|one|your|one of (your|the)) (\\S+ )?(recovery|backup|scratch)',
  '(recovery|backup) (code|key)s? generated',
]
