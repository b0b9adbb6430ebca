import { finderOf } from './finder'
import { anyClose, plainText } from './text'
import { nouns, type Words } from './words'

/** What pages say of a code that they did not take; written as utils/fields/words are. */
const refusalWords: Words =
  /* en */ 'incorrect* invalid* wrong expired failed mismatch not_(valid|right|correct|accepted|recogni[sz]ed) (did|does|do)_?(not|n_?t)_match' +
  /* de */ ' ungultig* falsch* inkorrekt* abgelaufen fehlgeschlagen nicht_(gultig|korrekt|richtig)' +
  /* fr */ ' errone* expire* echoue* non_valide n_est_pas_(valide|correct)' +
  /* es it pt */ ' erroneo caducad* fallid* errat* scadut* non_valid* incorret* expirad* errad* no_(es_)?valid* nao_e_valid*' +
  /* nl */ ' onjuist* ongeldig* verkeerd* verlopen mislukt' +
  /* pl cs */ ' nieprawidłow* niepoprawn* błedn* neplatn* nespravn* chybn*' +
  /* sv da nb fi */ ' felaktig* ogiltig* forkert* ugyldig* feil virheelli* vaara*' +
  /* tr */ ' gecersiz* yanl[iı]s* hatal[iı]*' +
  /* ru uk */ ' неверн* невірн* неправильн* неде[ий]ствит* ошиб* истек*' +
  /* el hu ro */ ' λαθος ακυρ* ervenytelen* hibas* gresit*' +
  /* zh */ ' 错误 錯誤 [无無]效 不正[确確] 有[误誤] [过過]期 失[败敗]' +
  /* ja ko */ ' 正しくありません 無効 誤[っり] 間違 一致しません 失敗 올바르지 잘못 유효하지 틀렸 일치하지 만료' +
  /* ar he vi id */ ' غير_(صحيح|صالح) خاط[ئي] שגוי לא_(תקין|נכון) khong_(hop_le|đung|chinh_xac) salah tidak_(valid|sah|cocok)'

const refusal = finderOf(refusalWords)
const code = finderOf(`${nouns} verif*`)

/** What a page says, as a person reads it. */
export interface PageWords {
  /** All of it, or the first part of much. */
  readonly text: string
  /** What it wants read out at once. */
  readonly alerts: string
}

/** Whether a page says that it did not take a code: in an alert, or close to the word for one. */
export function soundsRefused({ text, alerts }: PageWords): boolean {
  if (refusal.has(plainText(alerts))) return true
  const plain = plainText(text)
  return anyClose(refusal.places(plain), code.places(plain))
}
