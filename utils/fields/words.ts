/**
 * Words that tell fields apart, a line a language. They are set apart by spaces and sought in folded
 * text (`plainText`): lower case, no accents, one space for every run of other characters than
 * letters and digits. `(a|b)`, `[ab]` and `?` write several words at once, `_` stands for a space
 * that may be missing. A star at its end or its start lets a word go on there; without one a word is
 * whole, digits after it excepted ("code2"). Scripts that set no spaces, or tie small words to
 * others, are searched for anywhere. A word to add is one word here and one row in the table test;
 * then run `node tools/pack-words.mjs` ([Note: Packed words]). A line holds what no line above it
 * has: many languages share their stems.
 */
export type Words = string

/** "The code of the app": a code by that, and an authenticator's. */
const ofAnApp: Words =
  /* pl cs sl hr */ ' kod[ua]?_z_aplika[ck]* kod[oua]?_iz_(aplikacij|a[uv]tentik)*' +
  /* bg ru uk */ ' кода?_от_приложени* кода?_(из|із|з)_(приложени|застосун)* кода?_(із|з)_додатк[уа]' +
  /* ro lt sv da nb */ ' codul_din_aplica* kod[aą]_is_programel* koden_(fran|fra)_(autent|godkend)*'

/** Words that only code fields have, in names, labels and prose. */
export const codeWords: Words =
  /* en */ '*2fa* twofa tfa m_?fa *otp otp* totp* otc one_time_(code|pass*|pin|token|key) (two|second|multi|2nd|2)_factor* (two|2)_step authenticator *auth(entication)?_?(code|token) token_?code *verif(y|ication)_?code' +
  /* de */ ' *faktor* einmal_?(code|pass*|kenn*)' +
  /* fr it es pt */ ' facteurs? fattori factores fatores 2_etapes dos_pasos duas_etapas passaggi' +
  /* nl sv da nb */ ' *staps* tvasteg* totrin* engangs*' +
  /* pl cs */ ' *etapow* dwuskładnik* dwustopn* dvou?j?faktor*' +
  /* fi tr hu */ ' kaksi(vaihe|osai)* kertak* iki_(adim|faktor)* ket(faktor|lepcs)*' +
  /* ru uk bg */ ' дв(ух|о|у)_?(фактор|эт|ет)* многофакт*' +
  ofAnApp +
  /* sl ka */ ' dvostop* ორფაქტორ*' +
  /* el ro lt lv et */ ' παραγοντων doi_(pas|factor)* dviej[uų]_* divu_?(faktor|pakap)* kahe_?(astm|faktor)*' +
  /* zh */ ' [二两兩双雙多][因要步重] 动态?[密口码] 動態?[密口碼] 一次性[密驗验] 谷歌([验驗认認]|安全)' +
  /* ja ko */ ' [二2多](要素|段階) ワンタイム [2이]_?(단계|중) 일회용' +
  /* ar fa he hi vi id th */ ' ثنائي دو_مرحله דו_?שלבי *ओटीपी* दो_(चरण|कारक)* hai_(buoc|yeu|lop) 2_(buoc|lop) dua_(langkah|faktor) สอง(ปัจจัย|ขั้นตอน)'

/** What codes are called, as they share it with codes of other things. */
export const nouns: Words =
  /* en de sv da nb */ '*code codes tokens? pin *kode[ns]?' +
  /* es it ca ro */ ' codigos? codi(c[ei])? cod(ul)?' +
  /* pl cs hu tr fi lv et */ ' *kod* *kood[ie]* *kood' +
  /* is ka bn */ ' koð[ai]* კოდ* কোড*' +
  /* ru uk el */ ' код(а|у|ом|ы|ов|и)? токен* κωδικ*' +
  /* zh ja ko */ ' [码碼] 令牌 口令 コード 番号 코드 번호' +
  /* ar fa he hi vi th */ ' رمز رموز كود أكواد कोड* کد_(تای|ارسال|فعال|ورود|باز|برنامه|احراز) קוד ma_[xbokgds68]* nhap_ma รหัส'

/** What makes a code one of those: to verify, to confirm, of so many digits, used once. */
export const qualifiers: Words =
  /* en */ 'verif* auth* confirm* secur* one_time digits? *totp' +
  /* de */ ' bestatig* sicherh* *stellig*' +
  /* fr es it */ ' chiffres autenti* segur* sicurez* digitos cifre' +
  /* nl */ ' bevestig* beveilig* cijfer*' +
  /* pl */ ' weryfik* uwierzyt* potwierdz* cyfr*' +
  /* cs */ ' over(ov|en)* potvr* bezpe* autentiz*' +
  /* sv da nb */ ' sakerh* bekr[aeæ]* siff?e?r* cifre[dt]* godkend*' +
  /* fi */ ' vahvist* todenn* tunnist*' +
  /* tr */ ' dogrula* onay* haneli' +
  /* ru uk bg */ ' п[оі]дтвер* потвър* удостов* провер* ау?в?тентиф* безоп* *значн* перевір*' +
  /* el */ ' επαληθ* επιβεβ* ταυτο(τ|π)* *ψηφι*' +
  /* hu */ ' megeros* ellenor* hitelesit* azonosit*' +
  /* zh */ ' [验认]证 [驗認]證 [动動] 一次性 安全 身份 位' +
  /* ja ko */ ' 認証 確認 桁 인증 확인 보안 자리' +
  /* ar fa he hi th */ ' تحقق مصادقة تایید احراز_هویت אימות ספרות सत्याप* अंक* ยืนยัน' +
  /* vi id */ ' xac_(minh|thuc|nhan) chu_so otentik* angka' +
  /* lt lv et sl sr */ ' patvirt* apstip* kinnit* potrd* preverj* потврд* sigurnos* сигурнос*' +
  /* is ka */ ' auðkenn* ნიშნა' +
  /* once */ ' jednorazo[wv]* jednokrat* одноразов* еднокр* eenmal* vienreiz*'

/** What only the codes of an authenticator come from. */
export const authenticatorWords: Words =
  '*authenticator* totp qr authy forti_?token duo_mobile okta_verify securid virtual_mfa autenti[ck]ator* autenticador* authentificat(eur|rice)* authentifikator* аутентификатор* 验证器 驗證器 谷歌([验驗认認]|安全) 虚拟_?mfa 虛擬_?mfa 認証アプリ アプリの(認証|確認) 인증_?앱' +
  /* en fr it es pt nl sv */ ' authentication_app (app|appli|application)_d_authentif* app_di_autenticaz* (app|aplicativo|aplicacion)_de_autenticac* authenticatie_?app autentiserings_?app*' +
  ofAnApp +
  /* pl tr ru zh */ ' aplikacj[aie]_uwierz* dogrulama_uygulama* приложени[ея]_(для_)?(аутентиф|генер)* *жени(е|ето)_за_удостов* 认证(器|应用) 認證(器|應用)' +
  /* ar fa he vi th */ ' تطبيق_المصادقة برنامه_احراز אפליקציית_ה?אימות ung_dung_xac_thuc แอปยืนยัน'

/** What fields for mailed and texted codes say of themselves. */
export const sentNames: Words =
  '*sms* e_?mail(s|ed)? texted telegram whats_?app phone_?code m_?tan courriel correo e_?post(an|i_)* имеил* ইমেইল নম্বরে смс 短信 簡訊 [邮郵][箱件] 手[机機] メール 이메일 문자 휴대폰 پیامک' +
  /* as they are bent */ ' e_?mail(a|u|om|em|eu|en|et|ul|ow|owy|ben) (aus_der|uit_de|dalla|via|par|per|du|fra|fran|z|ze)_mail* mailen maildeki mejl* e_?posta* e_?post(en)? par_telephone (por|par)_(mensaje|mensagem|message) z_wiadomosci sahkoposti* tekstiviesti* gelen_kod* из_(письма|почты) з_(листа|пошти) อีเมล البريد الرسالة מייל ایمیل line_oa mobile_verification_code'

/** What a page says when it has sent the code itself. */
export const sentWords: Words =
  /* en */ 'received_(on|by|via) delivered_to on_its_way calling_you (phone|voice)_call mail_app sent e_?mailed texted sms send_(an?_)?e_?mail text_message check_your_(e_?mail|mail|phone|mobile|messages|texts)* resend code_you_received (your|je)_inbox e_?mail_verif* verify_your_e_?mail' +
  /* de fr es it pt */ ' *sendet *sandt *schickt ubermittelt ihr_postfach posteing* per_e_?mail (aus_der|nella)_(e_?)?mail envoye* boite_de_rec* (par|un)_texto par_e_?mail envia[dmt]* mandam* bandeja_de caixa_de_ent* inviat* spedit* casella_di_p* recibid* recibira* voce_recebeu recebid* ricevut*' +
  /* nl pl cs sk */ ' verzonden gestuurd ontvang* przesła* obdrz* poslat* wysła[nl]* *[oa]slal[iay]? *[od]oslan* (ode|za)slan*' +
  /* sv da fi */ ' skicka[td]* sendt mejla* inkorg* indbak* innbok* lahetet* lahetim*' +
  /* tr ru uk el */ ' gonder[id]* *niz[ae]_gelen ilett* пришел изпрат* от_имеила посла[лнт]* отправ[ли]* высла[нл]* надісл* στειλ* σταλ* εισερχομ*' +
  /* hu ro vi id */ ' kap(ott|tal|ta[dl])* kami_kirim* kirimkan *kuld[tv]* trimis casuta_de_* (đa|đuoc)_gui* hop_thu dikirim* mengirim* terkirim* ipinad* kotak_masuk' +
  /* lt lv et */ ' issiun* nosuti* saa(tsi|det)*' +
  /* zh ja ko */ ' 发送[到至给] 發送[到至給] 已[发發]送 寄[出至到] 您的信箱 短信 簡訊 送信[しさ] お送り 로_받은 전송 발송 보냈' +
  /* ar fa he hi th */ ' ارسل مرسل تم_ارسال ارسال_(شد|می_?شود) وصلك بريدك_الوارد فرستاد پیامک שלחנו נשלח קיבלת תיבת_הדואר भेजा* পাঠানো ที่ส่ง ได้ส่ง ส่งรหัส' +
  /* into a box, received */ ' en_(tu|su)_correo no_(seu|teu)_e_?mail dans_(votre|ta)_boite отриман* получен* gelen_kod*'

/** What recovery codes are called. */
export const recoveryWords: Words =
  /* en de fr es it */ 'recover* (2fa|mfa|otp)_reset back_?up* bypass_(code|key|token)s? scratch emergency_(code|token|key)s? static wiederherst* notfall(code|schl)* recup* secours respaldo ripristin*' +
  /* nl pl cs */ ' herstel* odzysk* awaryjn* ratunkow* zapasow* obnov* zalozn*' +
  /* sv da nb fi */ ' aterstall* gendan* gjenoppr* palautus* vara(koo|tun)*' +
  /* tr ru uk el hu */ ' kurtarma* yedek* восстан* резервн* віднов* ανακτησ* εφεδρ* helyreall*' +
  /* ka */ ' აღდგენ*' +
  /* zh ja ko */ ' 恢[复復] [备備][份用] リカバリ バックアップ 回復 복구 백업' +
  /* ar fa he hi th vi id */ ' استرداد استعاد احتياطي بازیابی שחזור גיבוי रिकवरी* बैकअप* กู้คืน สำรอง khoi_phuc pemulihan cadangan'

/** Seldom words for recovery codes: what finds fields goes without them. */
export const otherRecoveryWords: Words =
  /* emergencies */ 'codigo_de_em* codice_di_em* code_d_urg* noodc* nodkod* nødkod* hatak* nouzov* nudzov* veszh* acil_durum_kod* авар[иі]* 紧急代 緊急代 应急[码代] 비상_?코 رمز_الطوار קוד_חירום ma_khan_cap' +
  /* spares */ ' (rescue|fallback)_code (ersatz|rettungs|sicherungs)c* reserve?_?[ck]od* codigo_reserva de_reserva de_rezerva *zapasn* запасн* резервен* code_de_(sauve|depan)* codice_di_riserva varukoo* varmuusk* sakerhetskop* sikkerhe[dt]skop* tartalek* atsargin* rezerves* rezervn* sandaran* pricuvn* du_phong 予備 [备備]援 救援 예비 کد_پشتیبان' +
  /* to recover */ ' oporav* възст* atkur* atkops* taaste* 復[原旧]'

/** Own words of fields for codes of things. */
export const otherWords: Words =
  /* bought */ 'coupons? promo* discount* voucher* gift* korting* slev* gutschein* raba[tc]* cup(on|om)* kupon* sconto indirim* промо* купон* [优優]惠 折扣 クーポン 쿠폰' +
  /* seen */ ' *captcha* security_?check vcode image_?code 图[形片] 圖[形片] 画像 картинк*' +
  /* of places */ ' *zip(_?code)? postal* *post_?(code|nummer) plz postleit* cep (country|area|dial|city|state|region)_?code индекс* poczt* psc postnr kode_pos ταχυδρ* 郵便 邮[编递] 郵[編遞] 우편 מיקוד' +
  /* of money */ ' *card* c[vs][vc]2? ccv iban bic swift sort_?code routing* kontonummer kart* tarjeta* carta карт* 卡号 カード 카드 amount price qty quantity' +
  /* of programs */ ' *licen[cs]e* lizenz* serial* product_?(key|code) activation_?key лицензи* (access|api|admin|deploy)_?(key|token)* kode_akses (personal|bearer|refresh|bot|registration)_?token*' +
  /* of lists */ ' bar_?code* *barcode sku ean isbn ticket* tracking* order_?(id|number|no|code) booking* reservation* (product|class|game|meeting)_?code*' +
  /* of people */ ' invit* (device|pairing|tv|activation|join|room|team|group)_?code'

/** The same, seldom: what finds fields goes without them, and what fills has the last word. */
export const seldomOtherWords: Words =
  /* of devices and rooms */ ' (sitzungs|raum|gerate|koppel|kopplungs|location)_?code code_de_(configuration|la_salle|jumelage) codigo_d(el_evento|e_sala|e_vinculacion|o_evento) codice_(evento|di_abbinamento) kod_(parowania|pokoju|urzadzenia) parovaci_kod код_(сопряжения|комнаты) 配[对對][码碼] ペアリング_?コード 接続コード (연결|방)_?코드' +
  /* of people */ ' referral* einlad* приглаш* davet* 邀[请請] 招待 초대 from_tv 참여_?코드' +
  /* ar he fa vi id th */ ' حجز الحجز كوبون قسيم خصم دعوة الدعوة קופון הנחה כרטיס تخفیف دعوت giam_gia khuyen_mai gioi_thieu diskon ส่วนลด คูปอง คำเชิญ' +
  /* of lists */ ' (source|language|currency|tax|item|company|customer)_?code* meeting_*' +
  /* from elsewhere */ ' characters_(in|from)_the text_in_the_image из_браузера account_sid'

/** Words of fields for secrets and devices' codes, and names of some that codes go into. */
export const weakWords: Words = 'secret authenticator_key (user|link|event|survey)_?code'

/** Own words of fields that people type something else into. */
export const ownWords: Words =
  '(ssn|social_security) (last|final)_(4|four)_digits letzten_(4|vier) (4|quatre)_derniers ultim[oa]s_(4|cuatro|quatro) birth* phone_?(number|no|nr) telefon_?nummer* номер_телефон* 電話番号 手[机機]_?号 전화_?번호 *search* cloud_password user_?names? (first|last)_?name age year (sim|card|new|confirm|repeat|old|current)_?pin'

/** Passwords, and codes that are called by the same word. */
export const passwordWords: Words =
  'pass_?word* passwor[td] kennwort mot_de_passe contrasena senha wachtw* hasło heslo losenord adgangsk* salasana parola sifre парол* jelszo 密[码碼] パスワード 비밀번호 סיסמ'

/** The same, seldom. */
export const seldomPasswordWords: Words =
  /* ar fa hi th vi id hr lt az tr hu */ 'كلمة_(المرور|السر) كلمه_(المرور|عبور) رمز_عبور گذرواژه पासवर्ड* รหัสผ่าน mat_khau kata_sandi lozink* slaptazod* sifrə sifreniz* jelszava*'

/** What pages are for that ask for codes of things. */
export const otherPages: Words =
  'survey* umfrage* enquete* activat* redeem* claim checkout cart basket delivery look_?up pair_(a|your)'

/** What buttons say beside fields whose text is kept, applied or looked for. */
export const otherActions: Words =
  'save rename apply redeem search find look_up track pay speichern einlosen suchen enregistrer appliquer guardar aplicar buscar сохранить 保存 搜[索尋] 検索 저장'

/** What pages offer that sent a code. */
export const sendAgain: Words =
  /* en de fr es it pt nl */ 're_?send send_(it_)?again send_otp erneut_senden renvoyer reenviar invia_(di_nuovo|nuovamente)* opnieuw_(ver)?(stu|zen)*' +
  /* sv da nb fi */ ' skicka_(om|igen) send_(igjen|igen|pa_nytt) laheta_uudelleen' +
  /* pl cs hu tr */ ' wyslij_(ponownie|jeszcze)* znovu_(ode|za)sla* (ode|za)slat_znovu ujrakuld* (tekrar|yeniden)_gonder*' +
  /* ru uk */ ' отправить_(повт|еще|снова)* изпрати_(нов|отново)* надіслати_(ще|повт|знову)*' +
  /* zh ja ko */ ' 重新[发發]送 获取[验校短] 獲取驗 发送[验动] 發送[驗動] 再送 인증_?요청 재전송 재발송 다시_?(전송|보내)' +
  /* ar fa he hi vi id th */ ' اعاد[ةه]_ارسال ارسال_مجدد שלח_שוב पुनः_भेज gui_(lai|ma) kirim_ulang ส่ง(ใหม่|รหัส)' +
  /* asked for, by no way that is named */ ' code_((erneut|neu)_)?anfordern* skicka_(engangs)?kod send_ny_kode kodu?_gond[eə]r* 메일_발송 인증번호_(발송|전송|받기)'

/** What is done with a code that a page has yet to send. */
export const sendingWords: Words =
  /* en de fr es it pt nl */ 'send (get|request|receive)_(a_|the_|your_)?code* senden anfordern schicken envoyer recevoir demander enviar solicitar recibir receber pedir obtener obter invia richiedi ricevi (ver)?stu(u|re)* (ver)?zend* aanvragen' +
  /* pl cs ru uk tr */ ' wyslij otrzymaj pobierz (ode|po|za)slat отправить получить выслать запросить надіслати отримати gonder* iste*' +
  /* sv hu ro id vi */ ' skicka kuld* ker* trimite solicita kirim minta gui' +
  /* zh ja ko th ar he fa hi */ ' [发發]送 送 取得 받기 전송 발송 요청 ส่ง ขอ ارسال ارسل دریافت שלח भेज'

/** What pages say of codes that are shown in a picture, on another screen or on paper. */
export const pictureWords: Words =
  /* en */ '(in|from|on)_the_(image|picture) prevent_automat*' +
  /* de */ ' (dem|im)_bild automatisiert*' +
  /* fr es it pt nl */ ' dans_l_image la_imagen nell_immagine na_imagem de_afbeelding' +
  /* tr ru bg uk pl cs */ ' resimde* изображени* картин[кц]* малюнк* зображен* obraz(k|ec)*' +
  /* lt lv fi hu ro sv da nb el */ ' paveiksl* attel[aā]* kuvas* kep(en|rol) din_imagin* (fran|pa|i)_bilden (fra|pa|i)_billedet εικον*' +
  /* ja ko vi id ar fa he */ ' 画像 이미지 (trong|tu)_(hinh|anh) gambar صورة تصویر תמונה' +
  /* zh */ ' [图圖][中片]' +
  /* on another screen */ ' (your|the)_(tv|television|terminal) screen_in_front fernseher* (la|tu|su|sua|votre|din|je|uw)_tv televis[oe]* telewizor* televizyonunuz* na_(televiz*|obrazovce_tele*) телевиз* 电视[上屏] 電視上 テレビ(画面)?[にの] tv(_화면|에)' +
  /* on paper */ ' (printed|stamped)_on impress[oa]_n[oa] impres[oa]_en stampat[oa]_sul* imprimee?_sur aufgedruckt напечатан*'

/** A list by what reads it: what finds fields, and what tells which kind of code they ask for. */
export interface WordList {
  readonly finding?: Words
  readonly judging?: Words
}

/** All lists, in the order of their bits in utils/fields/lists. */
export const wordLists: readonly WordList[] = [
  { finding: codeWords },
  { finding: nouns },
  { finding: qualifiers },
  { finding: authenticatorWords },
  { judging: sentNames },
  { judging: sentWords },
  { finding: recoveryWords, judging: otherRecoveryWords },
  { finding: otherWords, judging: seldomOtherWords },
  { finding: ownWords },
  { finding: passwordWords, judging: seldomPasswordWords },
  { finding: otherPages },
  { finding: otherActions },
  { judging: sendAgain },
  { judging: pictureWords },
  { finding: weakWords },
  { judging: sendingWords },
]
