/** Words that stand beside a name in made-up hosts ("github-login.com"), and say nothing. */
export const baitWords: ReadonlySet<string> = new Set(
  `2fa access account accounts activate admin alert alerts app apps auth authenticate
  authentication authorize bonus billing center centre check claim client cloud code com confirm
  confirmation connect customer dashboard de desk device en eu fr free gift go help helpdesk home
  id info inc io jp live lgn log logi login logins logon mail manage message mfa mobile my myaccount net
  new notice notification official online org otp page pay payment payments portal prime pro
  promo recover recovery refund register reset restore safe safety secure secured security server
  service services session sign signin signup site sso status store support system team tech
  ticket token uk unlock update updates upgrade us user users validate validation verification
  verify wallet web webmail www`
    .trim()
    .split(/\s+/),
)

/** Words that are names of services and of other people's hosts alike: `test.de`, `test.pypi.org`. */
export const plainWords: ReadonlySet<string> = new Set(
  `about beta blog book box chat circle close community current data demo dev docs drive element
  files forge forum front get image images jobs launch launchpad liquid local make media meet meta
  mint mist monitor news next office old photo photos play point post profile profiles ring shop
  sonic stage staging start static stats studio style summit sync test touch track try use wave
  word work works`
    .trim()
    .split(/\s+/),
)
