#!/usr/bin/env python3
"""Writes the texts of the parity check: the example reports, hard cases one by one, and reports put together from the
sentences below. All of it was written for this project. The same seed gives the same file. Standard library only.

    texts.py EXAMPLES OUT     EXAMPLES: the folder with the reports; OUT: JSON Lines {"id","text"}
"""
import glob
import json
import os
import random
import sys

# What a tokenizer or a model may trip over, each a text of its own, by kind.
HARD = {
    "empty": [""],
    "space": [" ", "\n", "\t", "  \n\n  ", "\u00a0", " leading space", "trailing space ", "two  spaces   three    four"],
    "lines": [
        "The minister resigned.\r\nHis deputy took over.\r\n\r\nParliament meets on Monday.\r\n",
        "GENEVA\n\nTalks resumed on Friday.\n\n\n\nNo date was set.",
        "one\ttab\t\ttwo tabs\rcarriage return\x0bvertical\x0cform feed\u2028line separator\u2029paragraph separator\x85next line",
    ],
    "urls": [
        "See https://www.example.org/news/2026/03/12/talks?id=7&lang=en#top for the text.",
        "Write to press.office@foreign-ministry.example.org or visit www.example.org.",
        "(http://example.com/a_(b)) and example.co.uk/path, ftp://files.example.net:8021/x.txt; localhost:8080/index.html",
        "He wrote @ForeignOffice and #ceasefire_now on 10.0.0.1/24 at example.org:443.",
        "mailto:someone@example.org http:// https://例え.example/ http://user:pass@example.org/x=1%20y",
    ],
    "abbreviations": [
        "Gen. A. B. Smith, Lt. Col. Jones Jr., Dr. Müller, Mr. and Mrs. Lee, Sen. O'Brien (D-Calif.) and St. John's mayor met.",
        "The U.S., the U.K. and the E.U. met at 9 a.m. on Jan. 3 vs. Feb. 4, i.e. too late, e.g. for Corp. Inc. Ltd. Co.",
        "He lives in Washington, D.C. The U.N. The envoy came from No. 10. Ph.D. holders, a.k.a. experts, etc.",
        "Sept. 21, Oct. 9, Nov. 1 and Dec. 25; Mon. to Fri.; approx. 5 p.m. E.S.T.",
    ],
    "contractions": [
        "I can't, won't, shan't, shouldn't've and didn't; you're, they've, he'd've, she'll, it's, that's, there's, who's.",
        "I can’t, won’t and didn’t; you’re, they’ve, she’ll, it’s; y'all ain't gonna wanna; 'tis, 'twas, o'clock, ma'am.",
        "Cant dont doesnt havent Im Ive youre theyll lets gotta gimme cannot Let's let’s nothin' lovin’ 'em 'cause",
        "WON'T CAN'T IT'S We'll-see he's-been rock'n'roll O'Neill d'Ivoire l'Aquila the 1990's the '90s",
    ],
    "money": [
        "It cost $5, $5.50, US$5m, $1.2 billion, €40 million, 3€, £7bn, ¥1,000, ₹5 crore, A$20, 50¢, 10%, 3.5 %, +5, -7.",
        "The sum of 1,234,567.89 dollars; 1.234.567,89 euros; CHF 20'000; USD 5.5mn; Rs. 500; 12 000 francs; C$5-10m.",
        "Oil fell to $71.05/bbl, down 2.3%-2.5%; a 3-for-1 split; a 50-50 chance; 1/2 or ½; 2x4; 10^6; 5km; 37°C; 9pm; 10am.",
    ],
    "dates": [
        "On 2026-03-12, 12/03/2026, 12.3.2026, March 12th, the 12th of March, 12-Mar-26, 1998/99, 1914-1918, 1914–18, the 1960s.",
        "At 10:30, 10.30 a.m., 22h15, 10:30:05Z, 2026-03-12T10:30:00+02:00; 24/7; 9/11; Q3 2026; mid-2025; pre-1990; FY25.",
    ],
    "hyphens": [
        "The Iran-backed, UN-brokered, Russian-led 30-day cease-fire; a then-18-year-old; north-north-east; co-operate; e-mail; x-ray.",
        "Asked—twice—he left–then came back - or not -- or --- or so. The Kok-Tash–Isfara road; 5-6; A-; -B; post-; -ish; re-re-elect.",
        "non‑breaking‑hyphen soft\u00adhyphen minus−sign figure‒dash bar―text Anglo-French/German anti-ISIS/Daesh and/or he/she w/o n/a",
    ],
    "quotes": [
        "\"No,\" he said. 'Never.' “Why?” she asked. ‘Because.’ «Non», „Nein“, ``old'' style, \"nested 'quotes' here\".",
        "The so-called \"deal of the year\"; 'peace'; \"unfinished and \"more. He said:\"Go.\"She went.\"",
        "‘He told me “go” ’, she said.\"'\"'' `` ´ ′ ″ ”“’‘",
    ],
    "punctuation": [
        "What?! Really... No… Yes!!! (a) [b] {c} <d> a) b] 1. 2) iii. • bullet · middle * star † ‡ § ¶ © ® ™ … .... .. ,, ;; ::",
        "word.Word word,word word;word word:word word!word word?word word/word word\\word word|word a=b a+b a&b AT&T R&D #1 @ ~ ^ _ __init__",
        "...and then... .hidden ,start ;start :start )( ][ }{ <>&lt;b&gt; &amp; &#39; <p>para</p> <br/> <!-- c --> %20 $ $$ €€ 100%! 5$",
        ":-) :) ;-) :( :D :P XD <3 </3 ^_^ o_O ¯\\(ツ)/¯ (╯°□°）╯︵┻━┻ :'( =) 8-) :-/",
    ],
    "emoji": [
        "Victory 🎉🎉! 🇺🇦 thanks 🇵🇱👍🏽 👨‍👩‍👧‍👦 family ❤️ 🏳️‍🌈 ☮ ✊🏿, 1️⃣ and #️⃣ 👩🏻‍⚖️.",
        "end🙂.Start 🙂end (🙂) \"🙂\" 🙂🙃 😀😀😀",
    ],
    "marks": [
        "Zoe\u0308 and Zo\u00eb; e\u0301lan; A\u030angstro\u0308m; Vie\u0302\u0323t Nam; s\u0323\u0307; Z\u0351\u036b\u0343\u036a\u0302\u036balgo\u0321\u034a; \u0301alone; o\u200du\u200bzero\u2060width\ufeffjoin",
        "Straße STRASSE ſtraße ﬁnance İstanbul ISTANBUL ıstanbul ǅ Ω Å K ﷺ ½ ² ³ Ⅳ ① １２３ ＡＢＣ ʼn",
    ],
    "control": [
        "null\x00inside \x01\x02 bell\x07 back\x08 escape\x1b[31mred\x1b[0m del\x7f c1\x9f file\x1csep\x1d\x1e\x1f end",
        "\ufeffbyte order mark first. \ufffd replacement, \ue000 private, \U0010ffff last, \u200e left \u202eright\u202c.",
    ],
    "persian": [
        "وزیر امور خارجه ایران روز دوشنبه با همتای خود دیدار کرد. او گفت: «مذاکرات ادامه دارد.»",
        "می‌خواهم، نمی‌شود؛ ۱۲ اسفند ۱۴۰۴؟ President مسعود said سلام to the (هیئت) delegation.",
    ],
    "arabic": ["قال المتحدّث باسم الجيش إنّ ١٢ جنديًّا قُتلوا في اشتباكات قرب الحدود. وأضاف: لا هدنة حتى الآن!"],
    "chinese": [
        "外交部发言人周三表示，双方同意停火三十天。「這不是和平。」他说。",
        "President 習 met 総理大臣 in 東京。カタカナ ひらがな 한국어 문장입니다. ไทยไม่มีช่องว่าง हिन्दी वाक्य।",
    ],
    "other scripts": [
        "Президент Украины заявил, что переговоры начнутся в пятницу. Ο υπουργός παραιτήθηκε χθες. ראש הממשלה נפגש. Մինիստր. საქართველო",
    ],
    "long": ["x" * 2000, "ab1-" * 500, "." * 300, "!?" * 100, "a" * 500 + " " + "9" * 500, "(" * 100 + "deep" + ")" * 100],
    "case": [
        "PRESIDENT OF KENYA MEETS PORTUGUESE MINISTER IN NAIROBI, SIGNS DEAL",
        "president of kenya meets portuguese minister in nairobi, signs deal",
        "President Of Kenya Meets Portuguese Minister In Nairobi, Signs Deal",
        "iPhone McDonald's eBay LaTeX x86_64 COVID-19 F-16s T-72B3 G7 G-20 A320neo UNSC-mandated mRNA MiG-29",
    ],
    "fragments": ["Yes.", "No", "?", "a", "I", "'s", "n't", "-", "Ali", "Tehran, Tuesday", "BREAKING:", "1", "the the the the", "Who did what to whom"],
    "lemmas": [
        "The men's feet were better lit; mice, geese, oxen, criteria, wives and children fled. He lay lying, dying, tying knots.",
        "She has been leaving; they left the left; the leaves fell; it felt fell; axes, bases, analyses, data, media, series, species.",
        "Worst, best, less, least, farther, further, happier, happiest, more wounded, the wounded, the poor, most deadly, deadlier.",
        "Going, goes, went, gone; wound, wounds, wounded; found, founded, founding; saw, sawed, seen; bought, brought; hung, hanged.",
        "Officials' houses, Moses's law, James' brother; the Smiths; the Taliban's; two-thirds; he'd gone; he'd go; they'd been being watched.",
    ],
}

LEADS = [
    "{CITY} - {PERSON}, the {ROLE} of {COUNTRY}, {TALKED} {OTHER} on {DAY} over {ISSUE}.",
    "{COUNTRY} {HIT} {OTHER} on {DAY}, {RESULT}.",
    "{COUNTRY}'s {ROLE} {PERSON} {SAID} that {COUNTRY2} had {DONE} {ISSUE}, {MEDIUM} reported.",
    "{CITY}, {MONTH} {NUM} - {NUMBER} people were {HURT} when {GROUP} {ATTACKED} {PLACE} in {CITY2}, police said on {DAY}.",
    "Under pressure from {OTHER}, {COUNTRY} {AGREED} to {DO} by the end of {MONTH}.",
    "{GROUP} {AGREED} on {DAY} to {DO}, {NUM} days after {COUNTRY} {THREATENED} {OTHER}.",
]
BODY = [
    "\"{QUOTE},\" {PERSON} told reporters in {CITY}.",
    "“{QUOTE}”, said {PERSON}, a spokesman for {GROUP}. “{QUOTE2}.”",
    "{PERSON} {SAID} {COUNTRY} would not {DO} unless {OTHER} {STOPPED} {ISSUE}.",
    "He {SAID} that at least {NUMBER} {PEOPLE} had been {HURT} since {DAY}, among them {SMALL} children.",
    "She also called on {OTHER} to {DO}, and warned that {COUNTRY} might {THREAT}.",
    "The {ROLE} did not say when, or whether, {GROUP} would be allowed to {DO}.",
    "According to {MEDIUM}, the {PEOPLE} were {HURT} near {PLACE}, about {NUM} km ({NUM2} miles) north-west of {CITY}.",
    "{COUNTRY2} has {DONE} {ISSUE} three times since {YEAR}, most recently in {MONTH} {YEAR2}.",
    "It was not clear who had fired first; both sides denied having {DONE} the truce.",
    "{GROUP}, which controls much of the countryside around {CITY2}, has so far refused to {DO}.",
    "Asked whether he would resign, {PERSON} replied: \"{QUOTE}.\"",
    "The agreement, signed in {CITY} in {YEAR} and extended twice, had been brokered by {COUNTRY} and {COUNTRY2}.",
    "{MONEY} in aid was promised, but only {MONEY2} has been paid, the {ROLE}'s office admitted.",
    "What {OTHER} wants, {PERSON} {SAID}, is for {COUNTRY} to {DO} without being asked twice.",
    "Neither {COUNTRY} nor {COUNTRY2} confirmed the report, and {GROUP} could not be reached for comment.",
    "In {CITY}, hundreds of {PEOPLE} marched to {PLACE}, chanting slogans against {OTHER} and throwing stones at the police.",
    "There were no immediate reports of casualties, though residents said that they had heard {NUMBER} explosions at about {TIME}.",
    "{PERSON}, {AGE}, a former {ROLE} who now leads {GROUP}, was detained at the airport and later released on bail.",
    "If {COUNTRY} {THREATENED} again, {PERSON} added, \"{QUOTE_LOW}\".",
    "The Security Council is expected to vote on {DAY} on a draft that would require {COUNTRY} to {DO} within {NUM} days.",
    "Having {DONE} {ISSUE}, {COUNTRY} now finds itself accused of doing exactly what it had once condemned.",
    "Its ambassador was summoned, its consulate in {CITY2} closed and {SMALL} of its diplomats expelled.",
    "Fewer than {NUMBER} of the {PEOPLE} have returned; the rest are thought to be still in {COUNTRY2}.",
    "{MEDIUM} quoted {PERSON} as saying the {ROLE} had \"lied, and lied badly\" about {ISSUE}.",
    "Talks between {COUNTRY} and {OTHER} broke down in {MONTH} after {GROUP} {ATTACKED} {PLACE}.",
    "The shelling killed {SMALL} {PEOPLE} and damaged {PLACE}; {NUM} houses burned down.",
    "By {TIME} on {DAY}, most of the city's shops had closed, and those that had not were being guarded by soldiers.",
    "The {ROLE} thanked {COUNTRY2} for its help in freeing the hostages but gave no details of how it had been done.",
    "Analysts doubt it: {COUNTRY} can ill afford to lose {MONEY} a year, and its {PEOPLE} know it.",
    "To make matters worse, the rains have come early, cutting the road from {CITY} to {CITY2}.",
]
WORDS = {
    "CITY": "Bamako|Tirana|Beirut|La Paz|Port-au-Prince|Yerevan|Colombo|N'Djamena|São Tomé|Ulaanbaatar|The Hague|Addis Ababa|Kyiv|Doha|Brussels".split("|"),
    "CITY2": "Gao|Shkodër|Tripoli|Santa Cruz|Les Cayes|Gyumri|Jaffna|Abéché|Kharkiv|Mekelle|Goma|Mosul|Basra|Sittwe|Cúcuta".split("|"),
    "COUNTRY": "Mali|Albania|Lebanon|Bolivia|Haiti|Armenia|Sri Lanka|Chad|Mongolia|Ethiopia|Ukraine|Qatar|Belgium|South Korea|Côte d'Ivoire|the Netherlands|the United Arab Emirates|Washington|Moscow".split("|"),
    "COUNTRY2": "Niger|Greece|Cyprus|Chile|Cuba|Georgia|India|Cameroon|Kazakhstan|Eritrea|Poland|Oman|Denmark|New Zealand|the Philippines|the European Union|Beijing|London".split("|"),
    "OTHER": "its neighbours|the United Nations|the African Union|the opposition|the rebels|NATO|the International Monetary Fund|French officials|the U.S. government|both Iran and Iraq|a delegation from Vienna|the Kurdish-led forces|human rights groups|Israeli Prime Minister Dov Lerner".split("|"),
    "PERSON": "Amadou Keïta|Elira Hoxha|Georges Khalil|Evo Condori|Marie-Claire Jean-Baptiste|Tigran Petrosyan|R. K. Wijesinghe|Idriss Mahamat|Bat-Erdene Ganbold|Selam Tesfaye|Oksana Kovalenko|Sheikh Nasser al-Marri|Jan Van den Broeck|Park Min-ho|Lt. Gen. Paul O'Connell".split("|"),
    "ROLE": "foreign minister|prime minister|president|defence minister|chief of staff|interior minister|deputy prime minister|army spokesman|attorney general|central bank governor".split("|"),
    "GROUP": "the Popular Liberation Front|a group calling itself the Dawn Brigades|al-Shabab fighters|the Workers' Party|armed men|the National Salvation Council|separatists|the Farmers' Union|militants of the so-called Islamic State|the Houthis".split("|"),
    "TALKED": "met|held talks with|spoke by telephone with|wrote to|received|refused to meet|hosted".split("|"),
    "HIT": "accused|sued|imposed sanctions on|broke off relations with|apologised to|lodged a protest against|thanked|turned down an offer from|declared war on".split("|"),
    "RESULT": "its state news agency reported|ending a dispute that had lasted for 11 years|despite a warning by the Security Council|less than a week after the elections|and promised to go further|a move that surprised its own diplomats".split("|"),
    "SAID": "said|insisted|claimed|acknowledged|told state television|wrote on his website|complained|denied".split("|"),
    "DONE": "violated|ignored|broken|rejected|prolonged|respected|undermined|forgotten".split("|"),
    "ISSUE": "the border dispute|the ceasefire|the gas pipeline|the arms embargo|a plan to share the river's water|the treatment of prisoners|fishing rights|the 2015 nuclear deal|its obligations under the treaty".split("|"),
    "MEDIUM": "the Daily Courier|state media|Radio Ukwaju|the news agency TNA|two local newspapers|a television channel close to the army".split("|"),
    "HURT": "killed|wounded|arrested|abducted|injured|shot|displaced|evacuated".split("|"),
    "ATTACKED": "attacked|stormed|shelled|blew up|surrounded|set fire to|opened fire on|occupied".split("|"),
    "PLACE": "a police station|the parliament building|a Catholic church|the Al-Rashid hotel|a refugee camp|the Bab al-Salam crossing|an oil refinery|Checkpoint 7|the headquarters of the ruling party".split("|"),
    "AGREED": "agreed|pledged|refused|was ordered|promised|said it was ready|vowed".split("|"),
    "DO": "withdraw its troops|release all political prisoners|lift the blockade|hold elections|pay compensation|hand over the suspects|reopen the border|lay down its arms|extradite the former president|cut emissions".split("|"),
    "THREATENED": "threatened|invaded|attacked|sanctioned|insulted|abandoned|provoked".split("|"),
    "THREAT": "cut off the gas|mobilise its reservists|leave the treaty|take the matter to court|retaliate in kind|recall its ambassador".split("|"),
    "STOPPED": "stopped discussing|respected|gave up|settled|put an end to|apologised for".split("|"),
    "QUOTE": "We will not be blackmailed|It's over, and everybody knows it|I don't think we've ever been closer to a deal|The people have spoken|There can be no peace without justice|Let them come|That is simply not true|We didn't start this war, but we'll finish it".split("|"),
    "QUOTE2": "Nobody asked us|We have been here before|They know where to find me|It was they who left the table|What else could we have done".split("|"),
    "QUOTE_LOW": "there will be consequences|we shall see who laughs|all bets are off|nothing will be left of that agreement".split("|"),
    "PEOPLE": "soldiers|civilians|protesters|miners|aid workers|students|migrants|policemen|nurses|villagers".split("|"),
    "MONEY": "$1.2 billion|€40m|some 300 million dollars|£7.5bn|1.5 trillion yen|CHF 20 million".split("|"),
    "MONEY2": "a tenth of it|less than $90,000|€3.5m|half|25 percent".split("|"),
    "DAY": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday night|Monday evening|the following day".split("|"),
    "MONTH": "January|March|April|June|July|August|Sept.|October|Dec.".split("|"),
    "TIME": "4 a.m.|noon|10:30|six o'clock|0900 GMT|8:15 p.m. local time".split("|"),
    "NUMBER": "dozens of|12|at least 27|more than 1,500|nearly 30,000|a hundred|two dozen|seventeen".split("|"),
    "SMALL": "two|three|five|nine|11|several".split("|"),
    "NUM": "3|7|10|21|30|45|90".split("|"),
    "NUM2": "2|4|6|13|19|28|56".split("|"),
    "YEAR": "1967|1994|2003|2011|2018".split("|"),
    "YEAR2": "2021|2022|2024|2025".split("|"),
    "AGE": "34|47|58|61|72".split("|"),
}


def filled(pattern, rng):
    words = {slot: rng.choice(choices) for slot, choices in WORDS.items()}
    sentence = pattern.format(**words)
    # A slot may begin the sentence with a small letter; quotation marks before it do not count.
    first = next((i for i, c in enumerate(sentence) if c.isalnum()), 0)
    return sentence[:first] + sentence[first].upper() + sentence[first + 1 :]


def reports(rng, count):
    for number in range(count):
        body = rng.sample(BODY, rng.randint(4, 14))
        paragraphs = [filled(rng.choice(LEADS), rng)]
        while body:
            paragraphs.append(" ".join(filled(body.pop(), rng) for _ in range(min(len(body), rng.randint(1, 3)))))
        yield f"report/{number:03}", rng.choice(["\n\n", "\n", " "]).join(paragraphs)


def main():
    examples, out = sys.argv[1:]
    rng = random.Random(20261124)
    texts = []
    for path in sorted(glob.glob(os.path.join(examples, "*.txt"))):
        with open(path, encoding="utf-8", newline="") as source:
            texts.append((f"Examples/{os.path.basename(path)}", source.read()))
    texts += [(f"hard/{kind}/{i}", text) for kind, cases in HARD.items() for i, text in enumerate(cases)]
    texts += list(reports(rng, 72))
    with open(out, "w", encoding="utf-8", newline="\n") as sink:
        for identifier, text in texts:
            sink.write(json.dumps({"id": identifier, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
