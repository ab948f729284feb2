"""Stop words by language: full-text search drops them from questions, and language detection counts them."""

from collections.abc import Mapping
from functools import cache

from .text import without_accents

_LISTS = {
    "en": """what's who's who'd who'll who've where's when's how's why's it's that's there's he's she's they're we're
        you're i'm i've isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't
        a about above after again against all also am an and any are as at be because been before being between
        both but by came can come comes coming could did do does doing down during each few for from further
        gave get gets getting give given gives giving go goes going gone got gotten had has have having he her
        here hers him his how i if in into is it its itself just like made make makes making many may me might
        more most much must my no nor not now of off on once only or other our out over own said same say saying
        says shall she should so some such take taken takes taking tell telling tells than that the their theirs
        them then there these they this those through to told too took under until up upon us very was we went
        were what when where which while who whom whose why will with would you your whats whos wheres whens hows whys
        whod thats ive im youre hes shes theyll youll uh
        dont didnt doesnt isnt wasnt werent wouldnt couldnt cant wont hasnt havent hadnt shouldnt theres theyre whatever
        whoever done won't can't couldn't wouldn't shouldn't they've we've you've i'd you'd he'd she'd we'd they'd i'll
        you'll he'll she'll it'll we'll they'll who're what're how'd where'd what'd let's myself yourself himself
        herself ourselves themselves though although tho whether unless anyway meanwhile please pls cos cuz gonna wanna
        gotta among amongst towards within""",
    "de": """aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit dann das
        dass dein dem den denn der des dessen deren die dies diese diesem diesen dieser dieses doch dort du
        durch ein eine einem einen einer eines er es etwas euch für gegen hab habe haben hat hatte hatten hier
        hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt
        kann kein keine können könnte mal man mehr mein mich mir mit muss müssen nach nicht nichts noch nun nur
        ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so soll sondern über um und
        uns unser unter viel vom von vor wann war waren warum was weil welche welcher wenn wer werden wie wieder
        will wir wird wo wurde wurden zu zum zur zwischen während viele vielen wieviel wieviele wen wem wessen woher
        wohin weshalb wieso welches welchem welchen womit wofür wodurch woran worauf woraus worüber
        wovon wovor wozu wobei worin worum wäre wären würde würden worden geworden gewesen hätte hätten gehabt konnte
        konnten könnten musste müsste müssten sei seien gibt's gibts geht's gehts wie's wo's war's ist's hat's dabei
        dafür dagegen dazu daran darauf darin darüber davon daher deshalb deswegen dadurch etwa bereits jedoch zwar
        sogar selbst irgendwo irgendwas seid habt statt anstatt eh meine meinem meiner meines deine deinen dich dir euer
        eure unsere unserem unseren unserer trotzdem obwohl sobald sonst nix nen
        beide beiden beider andere anderen anderer anderem anderes solche solchen solcher eigene eigenen eigener jene
        jenen jener jenem denen neben außer
        nachdem bevor solange seitdem indem sofern soweit hast kannst willst musst könnt könntest hättest werde wirst
        werdet irgendein irgendwann irgendwie vorm fürs ums aufs sowie weder entweder innerhalb außerhalb trotz ab dran
        drauf drin manche einige einigen einiger keinen keinem keiner keines niemand niemanden""",
    "fr": """à afin ai aient ainsi alors au aucun aussi autre aux avait avant avec avoir c ce cela celle celui ces
        cet cette ceux chez comme comment d dans de des depuis dont du elle elles en encore entre est et était
        étaient été être eu fait faut furent il ils j je l la le les leur leurs lui m ma mais même mes moi mon n
        ne ni nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi qu quand que quel quelle
        quelles quels qui quoi s sa sans se sera ses si son sont sous sur ta te tes toi ton tous tout toute
        toutes très tu un une vers vos votre vous y combien lequel laquelle lesquels lesquelles après
        pendant jai cest quil quils va vont serait seraient aura aurait avaient pourrait devrait fera ferait autres
        beaucoup trop assez déjà chaque plusieurs quelques puis lors donc pourtant cependant tandis lorsque puisque eux
        ça ici là malgré sinon
        auquel duquel auxquels auxquelles desquels contre jusque jusqu tel telle tels telles fut eut eurent ayant
        étant seront celles dès selon parmi
        soit peux pourra pourraient dois devraient veux vais vas fais faisait quelque chacun certains certaine sauf
        envers devant derrière sommes êtes suis avons avez aucune""",
    "es": """a al algo algunas algunos ante antes aquí así aunque cada como cómo con contra cual cuál cuando cuándo
        cuánto de del desde donde dónde dos durante e el él ella ellas ellos en entre era eran es esa esas ese
        eso esos esta está están estas este esto estos fue fueron ha había hace hacia han hasta hay la las le
        les lo los más me mi mientras muy ni no nos nosotros o otra otro otros para pero poco por porque puede
        pues que qué quien quién quiénes se sea según ser si sí sido sin sobre son su sus también tan tanto te
        tiene tienen toda todo todos tras tu un una uno unos usted y ya yo cuánta cuántos cuántas cuáles adónde será
        sería pueden podía podría debe deben debería después luego casi solo sólo mucho mucha muchos muchas todavía
        alguien cuyo cuya conmigo contigo aún aun mis tus nuestra nuestro sino nada nadie
        cuyos cuyas ambos ambas otras mismo misma mismos mismas tal tales siendo serán aquel aquella aquellos aquellas
        estaba estaban estuvo quienes
        estará estarán estuvieron estoy estamos hemos fui fuimos soy eres somos voy vas vamos puedo puedes podemos podrá
        podrán quiero quieres tengo tienes ustedes nuestras ti además tampoco algún alguna ningún ninguna cualquier
        cualquiera ninguno""",
    "it": """a ad agli ai al alla alle allo anche ancora avere aveva c che chi ci ciò come con cosa così cui d da
        dagli dai dal dalla dalle degli dei del della delle dello di dopo dove dov e è ed era erano essere fa
        fino fra gli ha hanno ho i il in io l la le lei lo loro lui ma mentre mi mia mio molto ne nei nel nella
        nelle nello no noi non nostra nostro o ogni per perché più poi prima può qual quale quali quando quanto
        quella quelle quelli quello questa queste questi questo qui se senza si sia solo sono sta stata stati
        stato su sua sue sugli sul sulla sulle suo suoi te ti tra tu tutti tutto un una uno vi voi quanta quanti
        quante fu furono ebbe viene vengono""",
    "pt": """a à ainda algumas alguns ao aos após aquela aquele aqui as às assim até cada com como contra da das de
        dela dele deles depois desde do dos e é ela elas ele eles em enquanto entre era eram essa esse esta está
        estão estas este estes eu foi foram há isso isto já la lhe lo mais mas me mesmo meu minha muito na não
        nas nem no nos nós nossa nosso num numa o onde os ou para pela pelas pelo pelos pode por porque porquê
        pouco qual quais quando quanto que quê quem se sem ser será seu seus sem só sobre sua suas também te tem
        têm ter toda todo todos um uma você quanta quantas quantos aonde cujo cuja vai vão""",
    "nl": """aan al alle als altijd andere bij daar dan dat de der deze die dit doch doen door dus een en er geen
        geweest had hadden heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen
        maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te
        tegen toch toen tot u uit uw van veel voor waar waarom wanneer want waren was wat we wel welke werd
        wezen wie wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou hoeveel welk wiens waarmee waarvan
        waarin waaruit waarheen""",
    "pl": """a aby albo ale ani bardzo bez bo by był była było były będzie będą być co czy czyli dla do dlaczego
        dlatego gdy gdyby gdzie go i ich ile im innych ja jak jako je jego jej jest jeszcze jeśli już każdy
        kiedy kto która które którego której których który którym którzy lub ma mają mi mnie może można mu my na
        nad nam nas nawet nie nich nim niż o od oraz po pod ponieważ poza przed przez przy są się tak także tam
        te tego tej ten to tu tych tylko tym u w we więc wszystko z za ze że żeby ilu jaki jaka jakich czyj czyja
        dokąd skąd""",
    "cs": """a aby ale ani asi až bez bude budou by byl byla byli bylo být co což či do ho i já jak jako je jeho
        jejich její jen ještě jestli jejím již jsem jsme jsou jste k kam kde kdo kdy když která které kterou
        který kteří ma má mají mezi mi mít mohl může my na nad nám nebo než není o od on ona oni po pod podle
        pokud pouze pro proč proto protože před při s se si sice své svou ta tak také takže tato tedy ten tento
        to tohle toho tom tomu tu ty u už v ve však všech vy z za ze že kolik jaký jaká jaké čí odkud""",
    "sk": """a aby aj ak ako ale alebo ani asi až bez bol bola boli bolo bude budú by byť čo či do ešte ho i iba ich
        im ja je jeho jej k kde kedy keď kto ktorá ktoré ktorí ktorý ku má majú medzi mi môže my na nad nie o od
        on ona po pod podľa pre prečo pred pri s sa si so sme som sú svoj ta tak takže tam ten tento to toho tom
        tu už v vo však z za zo že koľko aký aká aké čí odkiaľ""",
    "uk": """а або але ані б без би був була були було бути в вам вас ваш вже від він вона вони воно все всі де для
        до є його її їй їх їхні з за зі і із й його коли кого котра котре котрий котрого
        котрої котрій куди має мене ми мій може на нам нас наш не
        неї нею ні них але ніж ну о об один однак одна під по при про раз саме себе серед сам та так також там
        те ти тим тих то тобто того той тому тут у це цей цього ці цієї чи чим чого чому хто ще що щоб як яка
        яке які який якого якої яких якщо я скільки куди звідки навіщо якому якій яким
        якими ким кому такий така таке такі цьому цих їм ними нею нам нами вами собою шо чо чий чия буде будуть можуть
        міг могла могли дуже лише тільки навіть поки тоді близько хоча проте мабуть моя моє мої свій свою замість крім ж
        наче
        яку чиє чиї чию кожен кожна кожного обидва обох після між через проти над перед інший інші інших іншого цю
        цією цим ті тією весь вся всю всім всіх усе усі усіх йому ньому ній нього щодо
        буду будемо будете можеш можу хочу мені мною тебе тобі своя своє свої собі стільки ця цій теж біля щось
        хтось""",
    "ru": """а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот все всё всего всех
        вы где да даже для до его ее её если есть еще ещё же за здесь и из или им их к как какая какие какой
        когда который которая которые которых кто куда ли между меня мне много может можно мой мы на над надо
        нас наш не него нее ней нельзя нет ни них но ну о об один он она они оно опять от ото перед по под после
        потом потому почему почти при про раз с сам себе себя сейчас со совсем так такой также там тебя тем
        теперь то тогда того тоже только том тот тут ты у уж уже хоть чего чей чем через что чтобы эта эти этим
        это этого этой этом этот эту я сколько откуда зачем какого какому каком какую каких каким
        какими каков какова какою кого кем кому чему тому этому этих таких такие такая среди
        ими ею мне нами вами ними ним собой отчего че чё чо шо какое будут могут мог могла могли лишь
        очень пока около сама само сами хотя однако моя моё мои свой свою своего вместо кроме либо
        каково каковы которое которого которому которым которыми которой которую котором чья чьё чье чьи чью чьего
        чьей каждый каждая каждой оба обе обоих против другой другие других другого та те тех ту той весь вся всю всем
        всеми ко обо ему ей нем ком чём
        буду будем будете можешь могу хочу хочешь своя своё мной мною тебе нам ваш ваша наш наша наше наши твой твоя
        столько поэтому возле нибудь""",
    "bg": """а ако ала без бе беше би бил била били бих в вас ваш все всеки всички във върху ги го да дали до докато
        ето за защо защото и из или им има й как какво както кога когато което които кой която къде към ли ме
        между мен ми много може му на над най нас не него неговия неща ни ние но о от по под пред през при с са
        само се след са си сме според със съм също тази така там те тези ти това тогава този той тя у че ще щом
        я колко чий чия чие откъде какъв каква какви""",
    "sr": """а ако али без би био била било бити ће у што шта да до за због и из или их ја је један јер који која
        које кога када како код међу може му на над након не него није ни о од он она они по под после пре при
        са само се си смо су та тај тако ти то тога у уз већ више колико чији чија чије одакле какав каква""",
    "be": """а або але без бы быў была было былі быць ва вы дзе для да ён яна яны яго яе і з за каб калі каго мы на
        не ні па паміж пра пры пад сам сваё так таксама там той тое толькі тут у хто што чаму гэта гэты гэтыя
        які якая якія я яшчэ колькі чый чыя куды адкуль""",
    "sv": """alla allt än ännu är att av blev blir då de dem den denna deras dess det detta dig din dock du där efter
        eller en er ett från för få ha hade han har hans här hon honom hur i in ingen inom inte jag ju kan kom
        kommer kunde man med mellan men mer mig min mot mycket någon något några när nu och om oss på så sedan
        sig sin sina sitta ska skulle som till under upp ut utan vad var varför vara vart vem vi vid vilka
        vilken vill åt över många vilket vems varifrån""",
    "da": """af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din du efter eller en
        end er et for fra få ham han hans har havde hende her hos hun hvad hvem hvis hvor hvordan hvorfor i ikke
        ind jeg jer kan kom kunne man mange med meget men mig min mod må når ned nogen noget nu og også om op os
        over på sig sin skal skulle som til ud uden under var ved vi vil ville være været hvilken hvilket hvilke
        hvornår hvorfra""",
    "no": """alle at av bare ble bli blir da de deg dem den denne der dere deres det dette du eller en enn er et
        etter for fordi fra få ha hadde ham han hans har henne her hun hva hvem hver hvis hvor hvordan hvorfor i
        ikke ingen inn jeg kan kom kunne man mange med meg mellom men mer min mot må når noe noen nå og også om
        opp oss over på seg selv sin skal skulle som så til under ut uten var ved vi vil ville vært være hvilken
        hvilket hvilke hvorfra""",
    "fi": """ei eivät emme en eli että ettei hän hänen he heidän ja jo johon joka jonka jos jossa jotka jota joten
        kaikki kanssa koska kuin kuinka kuka kun kuten me mihin mikä miksi missä mistä mitä milloin minä mukaan
        mutta myös ne niin niiden nyt oli olisi olivat olla on ovat se sekä sen siellä siihen sillä sinä sitä
        tai tämä tämän te tuo tässä voi vain vaikka vielä montako monta paljonko kenen kenelle minne millainen""",
    "hu": """a abban ahhoz aki akik akkor ami amely amelyek az azért azok azt azután azzal be csak de e egy egyik el
        és ez ezek ezért ezt fel ha hanem hogy hogyan hol igen ilyen is itt ki kell le lehet lesz lett ma már
        meg mert mi miért mikor mint mit nagyon ne nem nincs olyan ő ők össze pedig s sem szerint több után úgy
        utolsó vagy van vannak volt voltak hány mennyi melyik kinek honnan hová mekkora""",
    "ro": """a acea aceasta această aceste acest acestea acesta acolo ai aici al ale am ar are as asta ați au ca că
        care cât când ce cel cele cine cu cum da dacă dar de deci decât din după e ea ei el ele era este eu fi
        fie fost i în într între îi își l la le lor lui mai mult nici nu o pe pentru pe prin până s sa sau să se
        si și sunt sub te tot un una unde unei unor unui va vor câți câtă câte cui""",
    "tr": """acaba ama ancak bana bazı belki ben bir biri birçok biz bu buna bunu çok çünkü da daha de defa değil
        diye en gibi göre hem hep her hiç için ile ise işte kadar ki kim mi mu mü nasıl ne neden nerede nereye
        niçin o olan olarak oldu olduğu onlar onu sadece sen siz şey şu tüm üzere var ve veya ya yani yok zaman kaç
        hangi kimin nereden""",
    "id": """ada adalah agar akan antara apa apakah atas atau bagi bahwa banyak bagaimana begitu belum bisa dalam dan
        dapat dari dengan di dia hanya harus hingga ia ini itu jika juga kami kapan karena ke kepada kita lagi
        lain lebih mana masih mengapa menjadi mereka namun oleh pada para pernah saat saja sangat saya sebagai
        sebuah secara sedang sejak seperti serta siapa sudah telah tentang terhadap tersebut tidak untuk yang berapa
        manakah siapakah""",
    "ca": """a al als amb aquest aquesta aquests això així com de del dels des dins el els ella elles en és era eren
        es està estan fa fins ha han hi i l la les li més molt ni no on o per però perquè pel pels què qui que
        quan s sense ser seu seva seus si sobre són també tot un una uns va van quant quanta quants quantes qual
        quals""",
    "hr": """a ako ali bez bi bila bili bilo bio biti će da do dok ga gdje i iako ih ili im iz ja je jer još kad kada
        kako kao koja koje koji kojima kroz li mi može na nad nakon ne neće nego nije nisu no o od on ona oni
        ovo po pod prema pri prije s sa samo se što su svi ta taj tako te ti to tko toga tu u uz već više za
        zašto zbog koliko čiji čija čije kamo odakle kakav kakva""",
    "el": """ο η το οι τα του της των τον την τους τις στο στη στην στον στα στις στους ένα ένας μια μία ενός
        μιας και κι ή αλλά όμως αν να θα δεν δε μην μη που πως ότι όταν όπως γιατί επειδή για με σε από προς κατά
        μετά πριν μέχρι χωρίς είναι ήταν έχει έχουν είχε είχαν αυτό αυτός αυτή αυτά αυτοί ποιος ποια ποιο ποιοι
        ποιες ποιον τι πού πότε πώς πόσο πόσα πόσοι πόσες πόση πόσος τίνος εκεί εδώ πολύ πιο μόνο ακόμη ακόμα ήδη
        τώρα μας σας μου σου""",
    "he": """של את על אל עם זה זו זאת הוא היא הם הן אני אתה אנחנו לא כן גם רק כי אם או אבל כל יש אין היה היתה
        הייתה היו יהיה תהיה מה מי מתי איפה היכן לאן מאין איך כיצד למה מדוע כמה איזה איזו אילו בין כדי לפני אחרי
        עד מן כמו שם כאן עוד יותר מאוד אשר אותו אותה לו לה להם האם""",
    "ar": """في من إلى الى على عن مع هذا هذه ذلك تلك هو هي هم هن أنا نحن أنت لا لم لن ما ماذا متى أين اين كيف
        لماذا كم هل أي اي أن ان إن كان كانت كانوا يكون تكون قد تم كما أو او ثم لكن بل حتى بعد قبل بين عند كل بعض
        غير الذي التي الذين به بها له لها فيه فيها منه منها عليه عليها""",
    "fa": """در از به با برای که را این آن و یا تا هم نیز است بود شد شده می نمی ها های هر چه چی چرا چگونه چطور
        چند چقدر کی کجا کدام کیست چیست کسی او آنها ما من شما ایشان اما اگر نه بر هیچ همه پس پیش بعد باشد بودند
        شدند دارد داشت کرد کرده خود""",
    "hi": """का की के को में से पर ने और या एक यह वह ये वे इस उस इन उन है हैं था थी थे हो होगा होगी हुआ हुई हुए
        कर करने किया गया गई गए जा रहा रही रहे भी ही तो नहीं न कि जो तक लिए साथ बाद पहले क्या कौन किस किसने किसे कब
        कहाँ कहां कैसे क्यों कितना कितनी कितने अपने अपनी अपना कुछ सब""",
    "vi": """và của là có không được trong cho với các những một này đó khi thì mà ở từ đến về để do bởi tại như
        cũng đã sẽ đang bị ra vào lên ai gì nào đâu sao bao nhiêu mấy thế vì cái việc người ông bà họ tôi""",
    "ko": """그 이 저 것 수 등 및 또 또는 그리고 하지만 있다 있는 있나요 없다 대한 위해 때문에 그는 그녀는 누가
        누구 누구인가요 누구입니까 누구였나요 누구의 언제 언제인가요 언제부터 언제까지 어디 어디서 어디에서
        어디에 어디로 어디인가요 무엇 무엇을 무엇이 무엇인가요 무엇입니까 무엇이었나요 뭐 뭐예요 왜 어떻게 얼마
        얼마나 얼마인가요 얼마였나요 얼마입니까 몇 어느 어떤 무슨""",
    # A character is a word here: particles and endings are hiragana in Japanese.
    "ja": " ".join(map(chr, range(0x3041, 0x3097))) + " 何 誰",
    "zh": """的 了 是 在 有 和 与 及 也 就 都 而 吗 呢 吧 什 么 谁 哪 里 多 少 几 怎 样 为 何 个 这 那 之 于 被
        把 由 从 到 我 你 他 她 它 们 請 请 问 嗎 麼 誰 裡 幾 樣 為 個 這 與""",
}

STOP_WORDS: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LISTS.items()}
"""ISO 639-1 code to stop words, lower case."""

SMALL_WORDS = frozenset[str]().union(*(STOP_WORDS[code] for code in ("en", "de", "fr", "es", "ru", "uk")))
"""Stop words of all languages in which names are looked for."""

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def stop_words(language: str | None) -> frozenset[str]:
    """Return the stop words of a language; the English ones if it has no list."""
    return STOP_WORDS.get(language or "en", STOP_WORDS["en"])


@cache
def stop_words_as_typed(language: str | None) -> frozenset[str]:
    """Return the same words, also case folded and as typed without accents: "donde", "fuer" and "fur" for "für"."""
    listed = stop_words(language) | {word.casefold() for word in stop_words(language)}  # Greek ς is folded to σ
    # Vietnamese words without accents are those of other languages: "de", "la", "do".
    bare = set(without_accents(" ".join(listed)).split()) if language != "vi" else set()
    spelt = {word.translate(_UMLAUTS) for word in listed} if language == "de" else set()
    return listed | bare | spelt
