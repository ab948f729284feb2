"""Languages without rules of their own: an article is found, quoted and cited; what it does not say is refused."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from bot.app import make_assistant
from bot.assistant import Assistant
from bot.cli import main
from bot.config import Settings
from retrieval.language.text import stems
from retrieval.question.typed import visible
from retrieval.speakers.attribution import attribute
from retrieval.types import Filter

ARTICLES = {
    "el": """Νέα βιβλιοθήκη στο χωριό

Του Πέτρου Αλεξίου, 2 Απριλίου 2025

Η νέα βιβλιοθήκη του χωριού έχει 18.000 βιβλία. Τα μισά τα χάρισαν οι κάτοικοι, είπε η δασκάλα Μαρία Ζήση.

Τα παιδιά μπορούν να διαβάζουν εκεί κάθε απόγευμα, αλλά τα Σαββατοκύριακα είναι κλειστή.""",
    "he": """ספרייה חדשה נפתחה בכפר

מאת דנה פרץ
2 באפריל 2025

בספרייה החדשה של הכפר יש 18,000 ספרים. את מחציתם תרמו התושבים, אמרה המורה רות שגב.

הילדים יכולים לקרוא בה כל אחר צהריים, אבל בסופי שבוע היא סגורה.""",
    "ar": """مكتبة جديدة في القرية

بقلم سامر نجار
2 أبريل 2025

تضم مكتبة القرية الجديدة 18000 كتاب. وقالت المعلمة هدى سليم في حفل الافتتاح: «تبرع السكان بنصف الكتب».

يستطيع الأطفال القراءة فيها كل مساء، لكنها مغلقة في عطلة نهاية الأسبوع.""",
    "fa": """کتابخانه تازه روستا

نویسنده: نرگس رستمی
۲ آوریل ۲۰۲۵

کتابخانه تازه روستا ۱۸ هزار کتاب دارد. مریم صادقی در مراسم گشایش گفت: «نیمی از کتاب‌ها را مردم اهدا کردند.»

کودکان هر عصر می‌توانند در آنجا کتاب بخوانند، اما کتابخانه جمعه‌ها تعطیل است.""",
    "hi": """गाँव में नया पुस्तकालय खुला

2 अप्रैल 2025

गाँव के नए पुस्तकालय में 18 हज़ार किताबें हैं। अध्यापिका सीता जोशी ने बताया कि आधी किताबें गाँव वालों ने दान में दीं।

बच्चे हर शाम वहाँ पढ़ सकते हैं, लेकिन रविवार को पुस्तकालय बंद रहता है।""",
    "ko": """마을에 새 도서관이 문을 열었다

2025년 4월 2일

마을의 새 도서관에는 책이 1만 8천 권 있다. 교사 한소영 씨는 책의 절반을 주민들이 기증했다고 말했다.

아이들은 매일 오후 그곳에서 책을 읽을 수 있지만, 주말에는 문을 닫는다.""",
    "ja": """村に新しい図書館が開館

2025年4月2日

村の新しい図書館には1万8千冊の本がある。教師の森田さんによると、半分は住民が寄付したものだ。

子どもたちは毎日午後に利用できるが、週末は閉館する。""",
    "zh": """村里新图书馆开放

2025年4月2日

村里的新图书馆有一万八千册书。教师林小红说，一半的书是村民捐赠的。

孩子们每天下午都可以来读书，但图书馆周末关闭。""",
    "vi": """Thư viện mới trong làng

2/4/2025

Thư viện mới của làng có 18.000 cuốn sách. Cô giáo Lê Thu Hà cho biết một nửa số sách do dân làng tặng.

Trẻ em có thể đến đọc mỗi buổi chiều, nhưng thư viện đóng cửa vào cuối tuần.""",
}

QUESTIONS = [
    ("el", "Πόσα βιβλία έχει η βιβλιοθήκη;", "18.000"),
    ("el", "Ποιος χάρισε τα μισά βιβλία;", "κάτοικοι"),
    ("el", "Πότε είναι κλειστή η βιβλιοθήκη;", "Σαββατοκύριακα"),
    ("el", "Πόσο κόστισε το νοσοκομείο;", None),
    ("he", "כמה ספרים יש בספרייה?", "18,000"),
    ("he", "מה אמרה המורה?", "מחציתם תרמו"),
    ("he", "מתי הספרייה סגורה?", "בסופי שבוע"),
    ("he", "כמה עלה בית החולים?", None),
    ("ar", "كم كتاباً تضم المكتبة؟", "18000"),
    ("ar", "من تبرع بنصف الكتب؟", "السكان"),
    ("ar", "متى تكون المكتبة مغلقة؟", "نهاية الأسبوع"),
    ("ar", "كم كلف المستشفى؟", None),
    ("fa", "کتابخانه چند کتاب دارد؟", "۱۸ هزار"),
    ("fa", "نیمی از کتاب‌ها را چه کسانی اهدا کردند؟", "مردم"),
    ("fa", "کتابخانه کی تعطیل است؟", "جمعه"),
    ("fa", "هزینه بیمارستان چقدر شد؟", None),
    ("hi", "पुस्तकालय में कितनी किताबें हैं?", "18 हज़ार"),
    ("hi", "आधी किताबें किसने दान में दीं?", "गाँव वालों"),
    ("hi", "पुस्तकालय कब बंद रहता है?", "रविवार"),
    ("hi", "अस्पताल पर कितना खर्च हुआ?", None),
    ("ko", "도서관에는 책이 몇 권 있나요?", "1만 8천"),
    ("ko", "책의 절반은 누가 기증했나요?", "주민들"),
    ("ko", "도서관은 언제 문을 닫나요?", "주말"),
    ("ko", "병원 건설비는 얼마였나요?", None),
    ("ja", "図書館には本が何冊ありますか？", "1万8千"),
    ("ja", "本の半分は誰が寄付しましたか？", "住民"),
    ("ja", "図書館はいつ閉館しますか？", "週末"),
    ("ja", "病院の費用はいくらでしたか？", None),
    ("zh", "图书馆有多少册书？", "一万八千"),
    ("zh", "一半的书是谁捐赠的？", "村民"),
    ("zh", "图书馆什么时候关闭？", "周末"),
    ("zh", "医院花了多少钱？", None),
    ("vi", "Thư viện có bao nhiêu cuốn sách?", "18.000"),
    ("vi", "Ai tặng một nửa số sách?", "dân làng"),
    ("vi", "Thư viện đóng cửa khi nào?", "cuối tuần"),
    ("vi", "Bệnh viện tốn bao nhiêu tiền?", None),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("further")
    for code, text in ARTICLES.items():
        (folder / f"{code}.txt").write_text(text, "utf-8")
    index = folder / "index"
    assert main(["--index", str(index), "index", "--model", "multilingual", *map(str, folder.glob("*.txt"))]) == 0
    with closing(make_assistant(Settings(index=index))) as made:
        yield made


@pytest.mark.parametrize(("code", "question", "answer"), QUESTIONS)
def test_an_article_answers_what_it_says(library: Assistant, code: str, question: str, answer: str | None) -> None:
    reply = library.ask(question, where=Filter(languages=(code,)))
    assert reply.answered is (answer is not None), reply.confidence
    assert answer is None or answer in reply.hits[0].quote.text
    assert attribute(reply.hits[0].quote, reply.hits[0].article).speaker is None, "known only in six languages"


def test_a_question_and_an_article_part_persian_words_alike() -> None:
    """What an article writes with a zero-width non-joiner is found by the same words in a question."""
    written = "کتاب\u200cها"
    assert stems(visible(f" {written}\u200b؟ "), "fa") == stems(written, "fa") == ["کتاب", "ها"]


@pytest.mark.parametrize("code", ARTICLES)
def test_the_date_is_read(library: Assistant, code: str) -> None:
    article = library.ask("2025", where=Filter(languages=(code,))).hits[0].article
    assert article.published == "2025-04-02"
