"""What migrants write in scripts beside those of the program's languages: one sentence in each, with a number in it."""

from __future__ import annotations

FROM_THE_LEFT = {
    "amharic": "ማዕከሉ 24 ሰዎችን ረድቷል።",
    "tigrinya": "ማእከል ን24 ሰባት ሓጊዙ።",
    "tamazight": "ⵜⴰⵎⴰⵣⵉⵖⵜ 24 ⵎⵉⴷⴷⵏ",
    "nepali": "केन्द्रले २४ जनालाई सहयोग गर्‍यो।",
    "hindi": "केंद्र ने 24 लोगों की मदद की।",
    "bengali": "কেন্দ্রটি ২৪ জন কর্মীকে পৌঁছে দিয়েছে।",
    "punjabi": "ਕੇਂਦਰ ਨੇ 24 ਲੋਕਾਂ ਦੀ ਮਦਦ ਕੀਤੀ।",
    "gujarati": "કેન્દ્રએ 24 લોકોને મદદ કરી.",
    "tamil": "மையம் 24 பேருக்கு உதவி கொடுத்தது.",
    "telugu": "కేంద్రం 24 మందికి సహాయం చేసింది.",
    "kannada": "ಕೇಂದ್ರವು 24 ಜನರಿಗೆ ಸಹಾಯ ಮಾಡಿತು.",
    "malayalam": "കേന്ദ്രം 24 പേരെ സഹായിച്ചു കൊടുത്തു.",
    "sinhala": "මධ්‍යස්ථානය 24 දෙනෙකුට උදව් කළේය.",
    "thai": "ศูนย์ช่วยเหลือคนงานข้ามชาติ 24 คนที่ทำงาน",
    "lao": "ສູນໄດ້ຊ່ວຍເຫຼືອ 24 ຄົນທຳງານ",
    "khmer": "មជ្ឈមណ្ឌលបានជួយមនុស្ស ២៤ នាក់នៅភ្នំពេញ។ ធ្វើ",
    "burmese": "စင်တာက လူ ၂၄ ဦးကို ကူညီခဲ့သည်။",
    "armenian": "Կենտրոնն օգնեց 24 մարդու։",
    "georgian": "ცენტრი დაეხმარა 24 ადამიანს.",
    "hausa": "Ɗan ƙasa ya taimaka wa ɓangare 24.",
    "yoruba": "Ilé-iṣẹ́ ran ènìyàn 24 lọ́wọ́.",
    "ewe": "Ɖeviwo ƒe ŋkɔ 24 gbɔgbɔ",
    "kabyle": "Taɣuri n 24 tmeṭṭut d uẓru",
    "japanese": "センターは 24 人を助けました。",
    "greek": "Το κέντρο βοήθησε 24 ανθρώπους.",
}
FROM_THE_RIGHT = {
    "nko": "ߒߞߏ ߞߊ߬ߙߊ߲ ߛߏ 24 ߕߏ߫",
    "adlam": "𞤊𞤵𞤤𞤬𞤵𞤤𞤣𞤫 24 𞤆𞤵𞤤𞤢𞤪",
    "syriac": "ܡܪܟܙܐ ܥܕܪ 24 ܢܫܐ",
    "rohingya": "𐴌𐴟𐴇𐴥𐴝𐴚𐴒𐴙𐴝 24 𐴇𐴝𐴑",
}
WORLD = FROM_THE_LEFT | FROM_THE_RIGHT
WITHOUT_A_FONT = ("한국어", "ᏣᎳᎩ", "ދިވެހި", "ᠮᠣᠩᠭᠣᠯ", "😀")
