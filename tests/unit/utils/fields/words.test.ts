import { describe, expect, it } from 'vitest'
import { findPrompts } from '@/tests/find-prompts'
import { isFillable } from '@/utils/fields/fillable'
import type { PromptKind } from '@/utils/fields/types'
import { fieldOf, pageOf } from './field'

/** Of each language: a label, a prompt for an authenticator's code, a mailed or texted one's, a recovery code's label. */
const languages: readonly (readonly [
  language: string,
  label: string,
  prompt: string,
  sent: string,
  recovery: string,
])[] = [
  ['en', 'Verification code', 'Two-factor authentication', 'We sent you a code', 'Recovery code'],
  [
    'de',
    'Bestätigungscode',
    'Zwei-Faktor-Authentifizierung',
    'Wir haben Ihnen einen Code gesendet',
    'Wiederherstellungscode',
  ],
  [
    'fr',
    'Code de vérification',
    'Authentification à deux facteurs',
    'Un code vous a été envoyé',
    'Code de récupération',
  ],
  [
    'es',
    'Código de verificación',
    'Verificación en dos pasos',
    'Te hemos enviado un código',
    'Código de recuperación',
  ],
  [
    'it',
    'Codice di verifica',
    'Autenticazione a due fattori',
    'Ti abbiamo inviato un codice',
    'Codice di ripristino',
  ],
  [
    'pt',
    'Código de verificação',
    'Autenticação de dois fatores',
    'Enviamos um código',
    'Código de recuperação',
  ],
  ['nl', 'Verificatiecode', 'Tweestapsverificatie', 'We hebben een code gestuurd', 'Herstelcode'],
  [
    'pl',
    'Kod weryfikacyjny',
    'Uwierzytelnianie dwuskładnikowe',
    'Wysłaliśmy kod',
    'Kod odzyskiwania',
  ],
  ['cs', 'Ověřovací kód', 'Dvoufaktorové ověření', 'Kód byl odeslán', 'Kód pro obnovení'],
  ['sk', 'Overovací kód', 'Dvojfaktorové overenie', 'Kód sme odoslali', 'Záložný kód'],
  ['sv', 'Verifieringskod', 'Tvåstegsverifiering', 'Vi har skickat en kod', 'Återställningskod'],
  ['da', 'Bekræftelseskode', 'Totrinsgodkendelse', 'Vi har sendt en kode', 'Gendannelseskode'],
  ['nb', 'Bekreftelseskode', 'Totrinnsbekreftelse', 'Vi har sendt en kode', 'Gjenopprettingskode'],
  [
    'fi',
    'Vahvistuskoodi',
    'Kaksivaiheinen tunnistautuminen',
    'Koodi on lähetetty',
    'Palautuskoodi',
  ],
  ['tr', 'Doğrulama kodu', 'İki adımlı doğrulama', 'Kod gönderildi', 'Kurtarma kodu'],
  [
    'ru',
    'Код подтверждения',
    'Двухфакторная аутентификация',
    'Мы отправили код',
    'Код восстановления',
  ],
  ['uk', 'Код підтвердження', 'Двофакторна автентифікація', 'Ми надіслали код', 'Код відновлення'],
  [
    'el',
    'Κωδικός επαλήθευσης',
    'Έλεγχος ταυτότητας δύο παραγόντων',
    'Στείλαμε έναν κωδικό',
    'Κωδικός ανάκτησης',
  ],
  ['hu', 'Ellenőrző kód', 'Kétlépcsős azonosítás', 'Elküldtük a kódot', 'Helyreállítási kód'],
  [
    'ro',
    'Cod de verificare',
    'Autentificare în doi pași',
    'Codul a fost trimis',
    'Cod de recuperare',
  ],
  ['zh-Hans', '验证码', '两步验证', '验证码已发送', '恢复码'],
  ['zh-Hant', '驗證碼', '雙因素驗證', '驗證碼已發送', '備用碼'],
  ['ja', '認証コード', '二段階認証', 'コードを送信しました', 'リカバリーコード'],
  ['ko', '인증 코드', '2단계 인증', '코드를 전송했습니다', '복구 코드'],
  ['ar', 'رمز التحقق', 'المصادقة الثنائية', 'أرسلنا الرمز', 'رمز الاسترداد'],
  ['fa', 'کد تایید', 'تایید دو مرحله‌ای', 'کد ارسال شد', 'کد بازیابی'],
  ['he', 'קוד אימות', 'אימות דו-שלבי', 'שלחנו קוד', 'קוד שחזור'],
  ['hi', 'सत्यापन कोड', 'दो चरणों में सत्यापन', 'हमने कोड भेजा है', 'रिकवरी कोड'],
  ['th', 'รหัสยืนยัน', 'การยืนยันตัวตนแบบสองปัจจัย', 'เราได้ส่งรหัสแล้ว', 'รหัสกู้คืน'],
  ['vi', 'Mã xác minh', 'Xác thực hai yếu tố', 'Mã đã được gửi', 'Mã khôi phục'],
  ['id', 'Kode verifikasi', 'Verifikasi dua langkah', 'Kode telah dikirim', 'Kode pemulihan'],
]

const kindsOf = (label: string, context: string): readonly PromptKind[] =>
  findPrompts(pageOf([fieldOf({ label, context, form: 0 })])).map(({ kind }) => kind)

describe('words of codes', () => {
  it.each(languages)('%s: %s is filled, also where the page says why', (_, label, prompt) => {
    expect(kindsOf(label, '')).toEqual(['unknown'])
    const bare = pageOf([fieldOf({ name: 'code', context: prompt, form: 0 })])
    expect(findPrompts(bare).filter((prompt) => isFillable(prompt))).toHaveLength(1)
  })

  it.each(languages)('%s: %s that was mailed or texted is named', (_, label, _prompt, sent) => {
    expect(kindsOf(label, sent)).toEqual(['sent'])
  })

  it.each([
    ['fr', 'Code de la double authentification', 'Un code vous a été envoyé', 'sent'],
    ['fr', 'Code', 'Code envoyé par votre application d’authentification', 'authenticator'],
    ['bg', 'Код за потвърждение', 'Приложение за удостоверяване', 'authenticator'],
    ['bg', 'Код', 'Двуфакторно удостоверяване', 'unknown'],
    ['tr', 'Doğrulama kodu', 'Mailinize gelen kodu giriniz', 'sent'],
    ['en', 'Verification code', 'Enter the code you received', 'sent'],
    ['it', 'Codice', "Apri l'app di autenticazione", 'authenticator'],
    ['es', 'Código', 'Abre la aplicación de autenticación', 'authenticator'],
    ['nl', 'Code', 'Open je authenticatie-app', 'authenticator'],
    ['sv', 'Verifieringskod', 'Öppna autentiseringsappen', 'authenticator'],
    ['pl', 'Kod weryfikacyjny', 'Otwórz aplikację uwierzytelniającą', 'authenticator'],
    ['tr', 'Kod', 'Doğrulama uygulamasını açın', 'authenticator'],
    ['ru', 'Код', 'Откройте приложение для аутентификации', 'authenticator'],
    ['zh-Hans', '验证码', '打开认证应用', 'authenticator'],
    ['hu', 'Ellenőrző kód', 'A kódot e-mailben elküldve', 'sent'],
    ['cs', 'Ověřovací kód', 'Kód byl zaslán', 'sent'],
    ['de', 'Bestätigungscode', 'Geben Sie den Code aus der E-Mail ein', 'sent'],
    ['ru', 'Код из приложения', '', 'authenticator'],
    ['zh-Hans', '谷歌验证码', '', 'authenticator'],
    ['zh-Hans', '验证码', '请输入手机上虚拟MFA的验证码', 'authenticator'],
    ['ja', 'SMSコード、またはアプリの認証コード', '', 'authenticator'],
    ['es', 'Código de verificación', 'Has recibido un correo con el código', 'sent'],
    ['fa', 'کد تایید', 'کد با پیامک می‌رسد', 'sent'],
  ] as const)('%s: "%s" beside "%s" is %s', (_, label, context, kind) => {
    expect(kindsOf(label, context)).toEqual([kind])
  })

  it.each([
    ['en', 'Verification code', 'Resend'],
    ['it', 'Codice di verifica', 'Invia di nuovo'],
    ['nl', 'Verificatiecode', 'Opnieuw sturen'],
    ['sv', 'Verifieringskod', 'Skicka igen'],
    ['pl', 'Kod weryfikacyjny', 'Wyślij ponownie'],
    ['cs', 'Ověřovací kód', 'Znovu odeslat'],
    ['tr', 'Doğrulama kodu', 'Tekrar gönder'],
    ['ru', 'Код подтверждения', 'Отправить ещё раз'],
    ['zh-Hans', '验证码', '获取验证码'],
    ['ko', '인증 코드', '재전송'],
    ['ar', 'رمز التحقق', 'إعادة إرسال'],
    ['vi', 'Mã xác minh', 'Gửi lại'],
    ['id', 'Kode verifikasi', 'Kirim ulang'],
  ])('%s: "%s" beside a button "%s" is sent', (_, label, actions) => {
    const page = pageOf([fieldOf({ label, actions, form: 0 })])
    expect(findPrompts(page).map(({ kind }) => kind)).toEqual(['sent'])
  })

  it.each(languages)('%s: a recovery code is named', (_, _label, prompt, _sent, recovery) => {
    expect(kindsOf(recovery, prompt)).toEqual(['recovery'])
  })
})
