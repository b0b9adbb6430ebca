import { finderOf } from '@/utils/fields/finder'
import { nouns, recoveryWords, type Words } from '@/utils/fields/words'

/*
 * What pages call a block of recovery codes, beside what the fields for one are called. In the form
 * of utils/fields/words, a line a group of languages.
 */

/** The codes in a reserve, a spare or an alternative way of saying so. */
const reserves: Words =
  /* nl sv da nb fi */ ' reserve_?(codes?|koder) reservkod* vara_?koodi*' +
  /* it pt ro hu */ ' riserva alternativ[oi]s? rezerva tartalek*' +
  /* zh vi */ ' [復复]原 du_phong'

/** Codes in the plural, where that is another word than the field's. */
const plurals: Words =
  /* en de nl */ ' *codes keys? tokens phrase' +
  /* ar */ ' رموز اكواد' +
  /* ru uk ro */ ' коды кодов кодів коди coduri*'

/** Things that come in lists of codes as well. */
const others: Words =
  /* bought */ 'coupons? promo* discount* voucher* gift* gutschein* rabatt* cupon* купон* [优優]惠 クーポン 쿠폰' +
  /* of programs */ ' *licen[cs]e* lizenz* *serial* product_?keys? activation_?keys? лицензи* (api|access)_?(keys?|tokens?)' +
  /* of lists */ ' order* invoice* tracking* ticket* booking* reservation* confirmation_number* sku ean isbn rechnung* bestell* sendung* commande* facture* pedido* factura* заказ* 订单 注文 주문' +
  /* of people */ ' invit* referral* einlad* приглаш* 邀[请請] 招待 초대 phone* telefon* tele_?phone* hotline* contact*'

export const recovery = finderOf(recoveryWords + reserves)
export const codeNoun = finderOf(nouns + plurals)
export const otherList = finderOf(others)
