/** Words that stand beside a name in made-up hosts ("github-login.com"), and say nothing. */
export const baitWords: ReadonlySet<string> = new Set(
  `2fa access account accounts activate admin alert alerts app apps auth authenticate
  authentication authorize bonus billing center centre check claim client cloud code com confirm
  confirmation connect customer dashboard de desk device en eu fr free gift go help helpdesk home
  id info inc io jp live log login logins logon mail manage message mfa mobile my myaccount net
  new notice notification official online org otp page pay payment payments portal prime pro
  promo recover recovery refund register reset restore safe safety secure secured security server
  service services session sign signin signup site sso status store support system team tech
  ticket token uk unlock update updates upgrade us user users validate validation verification
  verify wallet web webmail www`
    .trim()
    .split(/\s+/),
)
