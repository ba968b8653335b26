"""What pages say that let nobody in before something is done."""

from generator.parsing.gates.phrases import Phrases

LOGIN = Phrases(
    names="""
    log in, login, sign in, signin, log on, log in or register, sign in or register, member login,
    log in to …, sign in to …, please log in, please sign in, subscriber login, my account,
    register, sign up, create an account, create account, log in to continue, sign in to continue,
    anmelden, anmeldung, einloggen, jetzt anmelden, bitte anmelden, registrieren, kundenkonto,
    connexion, se connecter, connectez-vous, identifiez-vous, identification, mon compte,
    s'inscrire, iniciar sesión, inicia sesión, inicio de sesión, acceder, acceso, identifícate,
    mi cuenta, accedi, login utente, area riservata, il mio account, entrar, iniciar sessão,
    fazer login, minha conta, faça login, inloggen, log in om …, aanmelden, mijn account, logga in,
    mitt konto, log ind, logg inn, min konto, kirjaudu sisään, kirjaudu, logi sisse, zaloguj się,
    logowanie, zaloguj, moje konto, přihlášení, přihlásit se, prihlásenie, prihlásiť sa,
    bejelentkezés, belépés, autentificare, conectare, intră în cont, вход, вход в системата,
    prijava, prijavite se, пријава, prijavi se, σύνδεση, είσοδος, giriş, giriş yap, üye girişi,
    войти, вход на сайт, авторизация, вхід, увійти, авторизація, prisijungti, prisijungimas, ieiet,
    pieslēgties, inicia la sessió, تسجيل الدخول, دخول, ورود, ورود به سایت, התחברות, כניסה, लॉग इन,
    लॉगिन, लॉग इन करें, masuk, log masuk, đăng nhập, เข้าสู่ระบบ, 登录, 登入, 用户登录, 會員登入,
    ログイン, 会員ログイン, 로그인, 회원 로그인
    """,
    says="""
    log in to, please log in, sign in to, please sign in, forgot your password, forgot password,
    forgotten your password, don't have an account, already have an account, already a subscriber,
    remember me, keep me signed in, stay signed in, keep me logged in, create an account,
    create your account, your password, to continue reading, log in with, sign in with,
    email address and password, your email address, register for free, e-mail address, new here,
    passwort vergessen, angemeldet bleiben, noch kein konto, noch nicht registriert,
    melden sie sich, bitte loggen sie sich ein, ihr passwort, kennwort vergessen, um weiterzulesen,
    bereits abonnent, mot de passe oublié, rester connecté, pas encore de compte, connectez-vous,
    votre mot de passe, se souvenir de moi, déjà abonné, pour lire la suite, olvidó su contraseña,
    olvidaste tu contraseña, recordarme, no tienes cuenta, ya eres suscriptor, tu contraseña,
    su contraseña, inicia sesión, password dimenticata, hai dimenticato la password,
    non hai un account, ricordami, sei già abbonato, esqueceu a senha, esqueci minha senha,
    esqueceu-se da palavra-passe, não tem uma conta, já é assinante, wachtwoord vergeten,
    ingelogd blijven, nog geen account, heb je al een account, uw wachtwoord, glömt lösenord,
    glömt ditt lösenord, glemt adgangskode, glemt passord, har du ikke konto,
    har du redan ett konto, unohditko salasanasi, salasana, nie pamiętasz hasła, zapomniałeś hasła,
    nie masz konta, zapomněli jste heslo, zabudnuté heslo, zapomenuté heslo, nemáte účet,
    elfelejtett jelszó, elfelejtette jelszavát, ai uitat parola, забравена парола,
    заборавили лозинку, zaboravili ste lozinku, zaboravljena lozinka, pozabljeno geslo,
    ξεχάσατε τον κωδικό, şifremi unuttum, beni hatırla, забыли пароль, запомнить меня,
    забули пароль, pamiršote slaptažodį, aizmirsi paroli, has oblidat la contrasenya,
    نسيت كلمة المرور, هل نسيت كلمة المرور, رمز عبور, שכחת סיסמה, שכחתי סיסמה, पासवर्ड भूल गए,
    lupa kata sandi, lupa kata laluan, quên mật khẩu, ลืมรหัสผ่าน, 忘记密码, 忘記密碼,
    パスワードをお忘れ, パスワードを忘れた, 비밀번호 찾기, 비밀번호를 잊으셨나요
    """,
)
"""Pages that want readers to log in."""

COOKIES = Phrases(
    names="""
    cookies, cookie notice, cookie settings, cookie consent, cookie preferences,
    before you continue, before you continue to …, we value your privacy, your privacy,
    your privacy choices, privacy notice, privacy settings, privacy preference center, consent,
    your consent, manage consent, privacy gate, we care about your privacy, your data your choice,
    cookies and privacy, cookie-einstellungen, datenschutzeinstellungen, datenschutz-einstellungen,
    zustimmung, cookie-hinweis, privatsphäre, privatsphäre-einstellungen, einwilligung,
    bevor sie fortfahren, mit werbung weiterlesen, gestion des cookies, paramètres des cookies,
    votre vie privée, nous respectons votre vie privée, consentement, avant de continuer,
    vos choix, configuración de cookies, aviso de cookies, tu privacidad, valoramos tu privacidad,
    antes de continuar, consentimiento, aviso de privacidad, informativa, informativa sui cookie,
    la tua privacy, prima di continuare, consenso, preferenze cookie, a sua privacidade,
    sua privacidade, política de cookies, definições de cookies, consentimento,
    cookie-instellingen, cookies toestaan, uw privacy, je privacy, jouw privacy, toestemming,
    voordat je verdergaat, cookieinställningar, din integritet, samtycke, innan du fortsätter,
    cookieindstillinger, dit privatliv, samtykke, personvern, informasjonskapsler, evästeasetukset,
    evästeet, yksityisyytesi, suostumus, ustawienia plików cookie, twoja prywatność,
    szanujemy twoją prywatność, zgoda, pliki cookie, nastavení cookies, vaše soukromí, souhlas,
    nastavenia cookies, vaše súkromie, súhlas, süti beállítások, sütik, hozzájárulás,
    setări cookie, confidențialitate, бисквитки, съгласие, kolačići, postavke kolačića, piškotki,
    soglasje, колачићи, ρυθμίσεις cookies, συγκατάθεση, çerez ayarları, çerezler, gizlilik,
    файлы cookie, настройки cookie, согласие, файли cookie, згода, slapukai, sīkdatnes, küpsised,
    galetes, ملفات تعريف الارتباط, עוגיות, कुकीज़, cookie, tùy chọn cookie, คุกกี้, cookie 设置,
    隐私设置, クッキー, cookieの設定, 쿠키 설정, 쿠키
    """,
    says="""
    we use cookies, uses cookies, use of cookies, store and/or access information on a device,
    our partners, we and our …partners, accept all, reject all, manage your preferences,
    manage preferences, cookie policy, legitimate interest, your consent, consent to the use,
    withdraw your consent, mit werbung und cookies, wie gewohnt mit werbung, details zum tracking,
    jederzeit widerrufbar, pur-abo, ganz ohne werbetracking, praktisch werbefrei,
    akzeptieren und weiter, personalised ads, personalized ads, personalised advertising,
    cookies and similar technologies, accept cookies, wir verwenden cookies, wir nutzen cookies,
    wir und unsere …partner, alle akzeptieren, cookies und ähnliche, ihre einwilligung,
    ihrer einwilligung, berechtigtes interesse, personalisierte werbung, unsere partner,
    auf einem gerät speichern, zustimmen und weiter, verwendung von cookies,
    einstellungen verwalten, nous utilisons des cookies, utilisation de cookies, nos partenaires,
    tout accepter, tout refuser, votre consentement, publicités personnalisées, intérêt légitime,
    continuer sans accepter, des cookies et, utilizamos cookies, usamos cookies, uso de cookies,
    nuestros socios, aceptar todo, rechazar todo, su consentimiento, tu consentimiento,
    interés legítimo, publicidad personalizada, cookies propias, utilizziamo i cookie,
    utilizziamo cookie, usiamo i cookie, nostri partner, accetta tutto, rifiuta tutto,
    il tuo consenso, interesse legittimo, tecnologie simili, cookie tecnici, utilizzo dei cookie,
    nossos parceiros, nossos cookies, aceitar todos, rejeitar todos, seu consentimento,
    utilização de cookies, wij gebruiken cookies, we gebruiken cookies, onze partners,
    alles accepteren, alles weigeren, toestemming, cookies en vergelijkbare, vi använder cookies,
    våra partners, acceptera alla, ditt samtycke, använder kakor, vi bruger cookies,
    vores partnere, accepter alle, dit samtykke, vi bruker informasjonskapsler, våre partnere,
    käytämme evästeitä, hyväksy kaikki, kumppanimme, używamy plików cookie, pliki cookies,
    zaakceptuj wszystko, nasi partnerzy, nasi zaufani partnerzy, twoja zgoda, twojej zgody,
    používáme cookies, soubory cookie, přijmout vše, naši partneři, váš souhlas, používame cookies,
    súbory cookie, prijať všetko, váš súhlas, sütiket használunk, sütiket használ, partnereink,
    elfogadom, folosim cookie, partenerii noștri, acceptă tot, използваме бисквитки,
    нашите партньори, приемам всички, koristimo kolačiće, naši partneri, prihvati sve,
    uporabljamo piškotke, користимо колачиће, χρησιμοποιούμε cookies, συνεργάτες μας, αποδοχή όλων,
    çerez kullanıyoruz, çerezleri kullan, tümünü kabul et, мы используем файлы cookie,
    мы используем cookie, использует файлы cookie, используем куки, принять все,
    ми використовуємо файли cookie, прийняти все, naudojame slapukus, izmantojam sīkdatnes,
    kasutame küpsiseid, utilitzem galetes, نستخدم ملفات تعريف الارتباط, از کوکی,
    אנו משתמשים בעוגיות, हम कुकीज़ का उपयोग, kami menggunakan cookie, chúng tôi sử dụng cookie,
    เราใช้คุกกี้, 我们使用 cookie, 我们使用cookie, 使用cookie, cookieを使用, クッキーを使用,
    쿠키를 사용
    """,
)
"""Pages that ask for consent."""

ROBOTS = Phrases(
    names="""
    just a moment, just a moment..., one moment please, one moment, please wait,
    attention required!, attention required, are you a robot?, are you a robot, are you human?,
    are you a human?, robot check, bot check, captcha, security check, access denied,
    access to this page has been denied, pardon our interruption, verify you are human,
    human verification, ddos protection by cloudflare, ddos-guard, checking your browser,
    request blocked, blocked, unusual traffic, sicherheitsüberprüfung, sind sie ein roboter?,
    zugriff verweigert, einen moment, einen moment bitte, êtes-vous un robot ?,
    vérification de sécurité, accès refusé, un instant, un instant…, ¿eres un robot?,
    verificación de seguridad, acceso denegado, un momento, sei un robot?, accesso negato,
    verifica di sicurezza, você é um robô?, acesso negado, um momento, ben je een robot?,
    toegang geweigerd, är du en robot?, er du en robot?, czy jesteś robotem?, odmowa dostępu,
    jste robot?, přístup odepřen, вы не робот?, вы робот?, доступ запрещен, доступ ограничен,
    проверка браузера, erişim engellendi, robot musunuz?, تم رفض الوصول, 安全验证, 安全检查,
    访问被拒绝, アクセスが拒否されました, ロボットではありません, 접근이 거부되었습니다
    """,
    says="""
    checking your browser, verify you are human, verify that you are human,
    unusual activity, why did this happen, make sure your browser supports javascript,
    not blocking them from loading, block reference id,
    verifying you are human, you are not a robot, you're not a robot, you are a robot,
    unusual traffic, automated access, automated requests, complete the captcha,
    enable cookies and javascript, please enable cookies,
    enable javascript and cookies to continue, ray id, incident id,
    needs to review the security of your connection, made us think you were a bot,
    made us think that you are a bot, don't have permission to access, you have been blocked,
    press & hold, solve the captcha, ddos protection, bot detection, sie kein roboter sind,
    ob die verbindung sicher ist, ungewöhnlichen datenverkehr, ihr browser wird überprüft,
    vous n'êtes pas un robot, trafic inhabituel, vérifier que vous êtes, no eres un robot,
    tráfico inusual, que eres humano, non sei un robot, traffico insolito, você não é um robô,
    tráfego incomum, geen robot bent, inte är en robot, ikke er en robot, nie jesteś robotem,
    nejste robot, nie ste robot, вы не робот, что вы человек, подозрительный трафик,
    robot olmadığınızı, لست روبوتا, 您不是机器人, 不是机器人, 您的连接, ロボットでないこと,
    로봇이 아닙니다
    """,
)
"""Checks for robots."""

LETTERS = Phrases(
    names="""
    newsletter, newsletters, our newsletters, sign up for our newsletter, newsletter sign-up,
    newsletter signup, subscribe to our newsletter, sign up for our newsletters, email newsletters,
    newsletter-anmeldung, newsletter bestellen, unsere newsletter, newsletter abonnieren,
    inscription à la newsletter, nos newsletters, s'abonner à la newsletter,
    suscríbete a nuestra newsletter, boletín, boletines, nuestros boletines,
    iscriviti alla newsletter, le nostre newsletter, assine a newsletter, nossas newsletters,
    nieuwsbrief, nieuwsbrieven, schrijf je in voor de nieuwsbrief, nyhetsbrev, våra nyhetsbrev,
    nyhedsbrev, nyhedsbreve, uutiskirje, uutiskirjeet, zapisz się do newslettera, hírlevél,
    rassylka, рассылка, рассылки, розсилка, e-bülten, bülten, النشرة البريدية, ニュースレター,
    メールマガジン, 뉴스레터
    """,
    says="""
    your email address, your e-mail address, sign up, subscribe, unsubscribe, privacy policy,
    to your inbox, in your inbox, e-mail-adresse, abmelden, ins postfach, votre adresse e-mail,
    votre adresse mail, tu correo electrónico, darte de baja, indirizzo e-mail, indirizzo email,
    seu e-mail, e-mailadres, e-postadress, sähköpostiosoite, adres e-mail, e-mail cím,
    электронной почты, メールアドレス, 이메일
    """,
)
"""Pages to sign up for newsletters."""

ACCEPT = Phrases(
    names="""
    accept, accept all, accept all cookies, accept cookies, accept and continue, accept & continue,
    i accept, agree, i agree, agree and proceed, allow all, allow all cookies, reject all, got it,
    zustimmen, alle akzeptieren, akzeptieren, alles akzeptieren, zustimmen und weiter, annehmen,
    ablehnen, tout accepter, accepter, j'accepte, tout refuser, accepter et fermer, aceptar,
    aceptar todo, aceptar y continuar, acepto, rechazar todo, accetta, accetta tutto, accetto,
    accetta e continua, rifiuta, aceitar, aceitar todos, aceitar tudo, concordo, akkoord,
    accepteren, alles accepteren, weigeren, godkänn, godkänn alla, acceptera, acceptera alla,
    jag godkänner, accepter alle, tillad alle, godta, godta alle, aksepter, hyväksy,
    hyväksy kaikki, nõustun, akceptuję, zgadzam się, zaakceptuj wszystko, przejdź do serwisu,
    souhlasím, přijmout vše, přijmout, súhlasím, prijať všetko, elfogadom, elfogadás, accept toate,
    sunt de acord, acceptă, acceptă tot, приемам, приемам всички, съгласен съм, prihvaćam,
    prihvati, prihvati sve, slažem se, прихватам, strinjam se, sprejmi vse, sprejmem, αποδοχή,
    αποδοχή όλων, συμφωνώ, kabul et, tümünü kabul et, kabul ediyorum, принять, принять все,
    согласен, принимаю, приймаю, прийняти все, погоджуюсь, sutinku, piekrītu, accepto, acceptar,
    قبول, موافق, أوافق, می پذیرم, קבל, אני מסכים, अनुमति दें, स्वीकार करें, terima, terima semua,
    setuju, đồng ý, chấp nhận, ยอมรับ, ยอมรับทั้งหมด, 同意, 接受, 全部接受, 同意する, すべて許可,
    동의, 모두 동의, 동의합니다
    """,
    says="",
)
"""What stands on the buttons of those."""
