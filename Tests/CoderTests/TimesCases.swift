/// Sentences written for the tests of time expressions.
enum TimesCases {
  static let news: [TimesCase] = [
    TimesCase(
      "2021-04-06", "The minister arrived on 4 April 2021.",
      "4 April 2021 = DATE 2021-04-04 2021-04-04..2021-04-04"),
    TimesCase(
      "2021-04-06", "The minister arrived on April 4, 2021.",
      "April 4, 2021 = DATE 2021-04-04 2021-04-04..2021-04-04"),
    TimesCase(
      "2021-04-06", "They signed it on the 4th of April, 2021.",
      "the 4th of April, 2021 = DATE 2021-04-04 2021-04-04..2021-04-04"),
    TimesCase(
      "2021-04-06", "They signed it on 2021-04-04.",
      "2021-04-04 = DATE 2021-04-04 2021-04-04..2021-04-04"),
    TimesCase(
      "2021-04-06", "They signed it on 04.03.2021.",
      "04.03.2021 = DATE 2021-03-04 2021-03-04..2021-03-04"),
    TimesCase(
      "2021-04-06", "They signed it on 3/30/2021.",
      "3/30/2021 = DATE 2021-03-30 2021-03-30..2021-03-30"),
    TimesCase(
      "2021-04-06", "The pact dates from March 2005.",
      "March 2005 = DATE 2005-03 2005-03-01..2005-03-31"),
    TimesCase("2021-04-06", "The pact dates from 1969.", "1969 = DATE 1969 1969-01-01..1969-12-31"),
    TimesCase(
      "2021-04-06", "The pact dates from the 1990s.", "the 1990s = DATE 199 1990-01-01..1999-12-31"),
    TimesCase(
      "2021-04-06", "The pact dates from the early 1990s.",
      "the early 1990s = DATE 199 1990-01-01..1993-12-31"),
    TimesCase(
      "2021-04-06", "Ties cooled in the late 1970s.",
      "the late 1970s = DATE 197 1977-01-01..1979-12-31"),
    TimesCase(
      "2021-04-06", "Ties cooled in early 2012.", "early 2012 = DATE 2012 2012-01-01..2012-04-30"),
    TimesCase(
      "2021-04-06", "Ties cooled in mid-March.", "mid-March = DATE 2021-03 2021-03-11..2021-03-21"),
    TimesCase(
      "2021-04-06", "Ties cooled at the end of 2014.",
      "the end of 2014 = DATE 2014 2014-09-01..2014-12-31"),
    TimesCase(
      "2021-04-06", "Trade routes flourished in the 19th century.",
      "the 19th century = DATE 18 1800-01-01..1899-12-31"),
    TimesCase(
      "2021-04-06", "They met in the first quarter of 2020.",
      "the first quarter of 2020 = DATE 2020-Q1 2020-01-01..2020-03-31"),
    TimesCase(
      "2021-04-06", "They met in the second half of 2019.",
      "the second half of 2019 = DATE 2019-H2 2019-07-01..2019-12-31"),
    TimesCase(
      "2021-04-06", "They met in the summer of 2018.",
      "the summer of 2018 = DATE 2018-SU 2018-06-01..2018-08-31"),
    TimesCase(
      "2021-04-06", "They met in Q3 2019.", "Q3 2019 = DATE 2019-Q3 2019-07-01..2019-09-30"),
    TimesCase("2021-04-06", "They met in March.", "March = DATE 2021-03 2021-03-01..2021-03-31"),
    TimesCase(
      "2021-04-06", "They met in September.", "September = DATE 2020-09 2020-09-01..2020-09-30"),
    TimesCase(
      "2021-04-06", "They will meet in September.",
      "September = DATE 2021-09 2021-09-01..2021-09-30"),
    TimesCase("2021-04-06", "They will meet in May.", "May = DATE 2021-05 2021-05-01..2021-05-31"),
    TimesCase(
      "2021-04-06", "They met on 15 March.", "15 March = DATE 2021-03-15 2021-03-15..2021-03-15"),
    TimesCase(
      "2021-04-06", "They will meet on April 20.",
      "April 20 = DATE 2021-04-20 2021-04-20..2021-04-20"),
    TimesCase(
      "2021-04-06", "They met on December 20.",
      "December 20 = DATE 2020-12-20 2020-12-20..2020-12-20"),
    TimesCase(
      "2021-04-06", "They met in August last year.",
      "August last year = DATE 2020-08 2020-08-01..2020-08-31"),
    TimesCase(
      "2021-04-06", "They met last August.", "last August = DATE 2020-08 2020-08-01..2020-08-31"),
    TimesCase(
      "2021-04-06", "They will meet next June.", "next June = DATE 2021-06 2021-06-01..2021-06-30"),
    TimesCase(
      "2021-04-06", "Exports grew in fiscal year 2017-18.",
      "fiscal year 2017-18 = DATE FY2018 2017-01-01..2018-12-31"),
    TimesCase("2021-04-06", "Exports grew in FY19.", "FY19 = DATE FY2019 2019-01-01..2019-12-31"),
    TimesCase(
      "2021-04-06", "They met last week.", "last week = DATE 2021-W13 2021-03-29..2021-04-04"),
    TimesCase(
      "2021-04-06", "They will meet next week.", "next week = DATE 2021-W15 2021-04-12..2021-04-18"),
    TimesCase(
      "2021-04-06", "They met this week.", "this week = DATE 2021-W14 2021-04-05..2021-04-11"),
    TimesCase(
      "2021-04-06", "They met last month.", "last month = DATE 2021-03 2021-03-01..2021-03-31"),
    TimesCase("2021-04-06", "They met last year.", "last year = DATE 2020 2020-01-01..2020-12-31"),
    TimesCase(
      "2021-04-06", "They will meet next year.", "next year = DATE 2022 2022-01-01..2022-12-31"),
    TimesCase(
      "2021-04-06", "They met at the weekend.",
      "the weekend = DATE 2021-W13-WE 2021-04-03..2021-04-04"),
    TimesCase(
      "2021-04-06", "They met on Thursday.", "Thursday = DATE 2021-04-01 2021-04-01..2021-04-01"),
    TimesCase(
      "2021-04-06", "They will meet on Thursday.",
      "Thursday = DATE 2021-04-08 2021-04-08..2021-04-08"),
    TimesCase(
      "2021-04-06", "They met on Tuesday.", "Tuesday = DATE 2021-04-06 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met last Tuesday.",
      "last Tuesday = DATE 2021-03-30 2021-03-30..2021-03-30"),
    TimesCase(
      "2021-04-06", "They will meet next Monday.",
      "next Monday = DATE 2021-04-12 2021-04-12..2021-04-12"),
    TimesCase(
      "2021-04-06", "The talks continue until Friday.",
      "Friday = DATE 2021-04-09 2021-04-09..2021-04-09"),
    TimesCase("2021-04-06", "They met today.", "today = DATE 2021-04-06 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met yesterday.", "yesterday = DATE 2021-04-05 2021-04-05..2021-04-05"),
    TimesCase(
      "2021-04-06", "They will meet tomorrow.", "tomorrow = DATE 2021-04-07 2021-04-07..2021-04-07"),
    TimesCase(
      "2021-04-06", "They met the day before yesterday.",
      "the day before yesterday = DATE 2021-04-04 2021-04-04..2021-04-04"),
    TimesCase(
      "2021-04-06", "They spoke this morning.",
      "this morning = TIME 2021-04-06TMO 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They spoke on Monday evening.",
      "Monday evening = TIME 2021-04-05TEV 2021-04-05..2021-04-05"),
    TimesCase(
      "2021-04-06", "They spoke last night.",
      "last night = TIME 2021-04-05TNI 2021-04-05..2021-04-05"),
    TimesCase(
      "2021-04-06", "They will speak tonight.",
      "tonight = TIME 2021-04-06TNI 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They spoke at 10:30 am on Monday.",
      "10:30 am on Monday = TIME 2021-04-05T10:30 2021-04-05..2021-04-05"),
    TimesCase(
      "2021-04-06", "They spoke at 18:00 GMT.",
      "18:00 GMT = TIME 2021-04-06T18:00Z 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met two decades back.",
      "two decades back = DATE 200 2000-01-01..2002-12-31"),
    TimesCase(
      "2021-04-06", "They met two decades ago.", "two decades ago = DATE 200 2000-01-01..2002-12-31"
    ),
    TimesCase(
      "2021-04-06", "They met three years ago.",
      "three years ago = DATE 2018 2018-01-01..2018-12-31"),
    TimesCase(
      "2021-04-06", "They met six months ago.",
      "six months ago = DATE 2020-10 2020-10-01..2020-10-31"),
    TimesCase(
      "2021-04-06", "They met two weeks ago.",
      "two weeks ago = DATE 2021-03-23 2021-03-22..2021-03-28"),
    TimesCase(
      "2021-04-06", "They met five days ago.",
      "five days ago = DATE 2021-04-01 2021-04-01..2021-04-01"),
    TimesCase(
      "2021-04-06", "They met a few days ago.",
      "a few days ago = DATE PAST_REF 2021-03-30..2021-04-04"),
    TimesCase(
      "2021-04-06", "They will meet later this year.",
      "later this year = DATE 2021 2021-04-06..2021-12-31"),
    TimesCase(
      "2021-04-06", "They met earlier this year.",
      "earlier this year = DATE 2021 2021-01-01..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met earlier this month.",
      "earlier this month = DATE 2021-04 2021-04-01..2021-04-06"),
    TimesCase(
      "2021-04-06", "They will meet in the coming days.",
      "the coming days = DATE FUTURE_REF 2021-04-06..2021-04-13"),
    TimesCase(
      "2021-04-06", "They will meet in the coming weeks.",
      "the coming weeks = DATE FUTURE_REF 2021-04-06..2021-05-04"),
    TimesCase(
      "2021-04-06", "They met recently.", "recently = DATE PAST_REF 2021-01-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "Ties have grown in recent years.",
      "recent years = DATE PAST_REF 2016-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met on 3 March 2021 and signed two days later.",
      "3 March 2021 = DATE 2021-03-03 2021-03-03..2021-03-03",
      "two days later = DATE 2021-03-05 2021-03-05..2021-03-05"),
    TimesCase(
      "2021-04-06", "They met on 3 March 2021 and signed the next day.",
      "3 March 2021 = DATE 2021-03-03 2021-03-03..2021-03-03",
      "the next day = DATE 2021-03-04 2021-03-04..2021-03-04"),
    TimesCase(
      "2021-04-06", "They met in March 2019 and signed the same month.",
      "March 2019 = DATE 2019-03 2019-03-01..2019-03-31",
      "the same month = DATE 2019-03 2019-03-01..2019-03-31"),
    TimesCase(
      "2021-04-06", "They met in 2011 and signed the following year.",
      "2011 = DATE 2011 2011-01-01..2011-12-31",
      "the following year = DATE 2012 2012-01-01..2012-12-31"),
    TimesCase(
      "2021-04-06", "They met in 2011 and had met the previous year.",
      "2011 = DATE 2011 2011-01-01..2011-12-31",
      "the previous year = DATE 2010 2010-01-01..2010-12-31"),
    TimesCase(
      "2021-04-06", "They met in June 2015 and signed three months later.",
      "June 2015 = DATE 2015-06 2015-06-01..2015-06-30",
      "three months later = DATE 2015-09 2015-09-01..2015-09-30"),
    TimesCase(
      "2021-04-06", "The fair ran from 11 to 14 June.",
      "11 = DATE 2021-06-11 2021-06-11..2021-06-14",
      "14 June = DATE 2021-06-14 2021-06-11..2021-06-14"),
    TimesCase(
      "2021-04-06", "He visited on April 6-7, 2021.",
      "April 6 = DATE 2021-04-06 2021-04-06..2021-04-07",
      "7, 2021 = DATE 2021-04-07 2021-04-06..2021-04-07"),
    TimesCase(
      "2021-04-06", "He visited on 6-7 April 2021.", "6 = DATE 2021-04-06 2021-04-06..2021-04-07",
      "7 April 2021 = DATE 2021-04-07 2021-04-06..2021-04-07"),
    TimesCase(
      "2021-04-06", "He visited from 29 March to 2 April 2021.",
      "29 March = DATE 2021-03-29 2021-03-29..2021-04-02",
      "2 April 2021 = DATE 2021-04-02 2021-03-29..2021-04-02"),
    TimesCase(
      "2021-04-06", "Ties froze between 1979 and 1989.", "1979 = DATE 1979 1979-01-01..1989-12-31",
      "1989 = DATE 1989 1979-01-01..1989-12-31"),
    TimesCase(
      "2021-04-06", "They have traded since 2014.", "2014 = DATE 2014 2014-01-01..2014-12-31"),
    TimesCase(
      "2021-04-06", "He ruled from 1999 to 2008.", "1999 = DATE 1999 1999-01-01..2008-12-31",
      "2008 = DATE 2008 1999-01-01..2008-12-31"),
    TimesCase(
      "2021-04-06", "He served there in 2003-05.", "2003 = DATE 2003 2003-01-01..2005-12-31",
      "05 = DATE 2005 2003-01-01..2005-12-31"),
    TimesCase("2021-04-06", "The drill lasts two weeks.", "two weeks = DURATION P2W"),
    TimesCase("2021-04-06", "The drill lasted three days.", "three days = DURATION P3D"),
    TimesCase("2021-04-06", "They signed a five-year deal.", "five-year = DURATION P5Y"),
    TimesCase("2021-04-06", "They signed a 27-year contract.", "27-year = DURATION P27Y"),
    TimesCase(
      "2021-04-06", "It took nearly two and a half years.",
      "nearly two and a half years = DURATION P2.5Y"),
    TimesCase("2021-04-06", "It took half a century.", "half a century = DURATION P0.5CE"),
    TimesCase("2021-04-06", "It took over a decade.", "over a decade = DURATION P1DE"),
    TimesCase("2021-04-06", "It took several months.", "several months = DURATION PXM"),
    TimesCase("2021-04-06", "They traded fire for hours.", "hours = DURATION PTXH"),
    TimesCase(
      "2021-04-06", "Over the past three years trade doubled.",
      "the past three years = DURATION P3Y 2018-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "Trade will double over the next five years.",
      "the next five years = DURATION P5Y 2021-04-06..2026-04-06"),
    TimesCase("2021-04-06", "They spoke for 45 minutes.", "45 minutes = DURATION PT45M"),
    TimesCase("2021-04-06", "They meet every year.", "every year = SET P1Y"),
    TimesCase("2021-04-06", "They meet annually.", "annually = SET P1Y"),
    TimesCase("2021-04-06", "They hold daily talks.", "daily = SET XXXX-XX-XX"),
    TimesCase("2021-04-06", "They meet twice a week.", "a week = SET P1W"),
    TimesCase("2021-04-06", "They meet every Friday.", "every Friday = SET XXXX-WXX-5"),
    TimesCase("2021-04-06", "Flights leave three times a month.", "a month = SET P1M"),
    TimesCase(
      "2021-04-06", "Ties improved after the collapse of the Soviet Union.",
      "the collapse of the Soviet Union = DATE 1991-12-26 1991-12-26..1991-12-26"),
    TimesCase(
      "2021-04-06", "They were rivals during the Cold War.",
      "the Cold War = DATE 1947/1991-12-26 1947-01-01..1991-12-26"),
    TimesCase(
      "2021-04-06", "They were allies in World War II.",
      "World War II = DATE 1939-09-01/1945-09-02 1939-09-01..1945-09-02"),
    TimesCase(
      "2021-04-06", "Trade stopped after the Kargil war.",
      "the Kargil war = DATE 1999-05-03/1999-07-26 1999-05-03..1999-07-26"),
    TimesCase(
      "2021-04-06", "Christmas 2020 was quiet.",
      "Christmas 2020 = DATE 2020-12-25 2020-12-25..2020-12-25"),
    TimesCase(
      "2021-04-06", "They paused fire for Ramadan in 2019.",
      "Ramadan in 2019 = DATE 2019-05-06/2019-06-04 2019-05-06..2019-06-04"),
    TimesCase(
      "2021-04-06", "They paused fire on New Year's Day 2020.",
      "New Year's Day 2020 = DATE 2020-01-01 2020-01-01..2020-01-01"),
    TimesCase(
      "2021-04-06", "They will meet on Good Friday 2022.",
      "Good Friday 2022 = DATE 2022-04-15 2022-04-15..2022-04-15"),
    TimesCase(
      "2021-04-06", "The war began in 490 BC.", "490 BC = DATE BC0490 -489-01-01..-489-12-31"),
    TimesCase(
      "2021-04-06", "The fort was built in the 4th century BC.",
      "the 4th century BC = DATE BC03 -398-01-01..-299-12-31"),
    TimesCase(
      "2021-04-06", "The two sides meet in the near future.", "the near future = DATE FUTURE_REF"),
    TimesCase(
      "2021-04-06", "He is at present in Cairo.",
      "at present = DATE PRESENT_REF 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "Nowadays they trade freely.",
      "Nowadays = DATE PRESENT_REF 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met on the afternoon of 3 March 2021.",
      "the afternoon of 3 March 2021 = TIME 2021-03-03TAF 2021-03-03..2021-03-03"),
    TimesCase(
      "2021-04-06", "He spoke in the last week of August 2020.",
      "the last week of August 2020 = DURATION P1W 2020-08-25..2020-08-31"),
    TimesCase(
      "2021-04-06", "Sales rose by the end of the year.",
      "the end of the year = DATE 2021 2021-09-01..2021-12-31"),
    TimesCase(
      "2021-04-06", "The accord dates from the '90s.", "the '90s = DATE 199 1990-01-01..1999-12-31"),
    TimesCase(
      "2021-04-06", "The boom of the eighties ended.",
      "the eighties = DATE 198 1980-01-01..1989-12-31"),
    TimesCase(
      "2021-04-06", "They met on Sept. 12, 2019.",
      "Sept. 12, 2019 = DATE 2019-09-12 2019-09-12..2019-09-12"),
    TimesCase(
      "2021-04-06", "They met on Sat., Oct. 3, 2020.",
      "Sat., Oct. 3, 2020 = DATE 2020-10-03 2020-10-03..2020-10-03"),
    TimesCase(
      "2021-04-06", "They meet in two weeks' time.",
      "in two weeks' time = DATE 2021-04-20 2021-04-19..2021-04-25"),
    TimesCase(
      "2021-04", "They met last month.", "last month = DATE 2021-03 2021-03-01..2021-03-31"),
    TimesCase(
      "2019-12-30", "They met last week.", "last week = DATE 2019-W52 2019-12-23..2019-12-29"),
    TimesCase(
      "2020-01-02", "They met in December.", "December = DATE 2019-12 2019-12-01..2019-12-31"),
    TimesCase(
      "2020-12-28", "They will meet in January.", "January = DATE 2021-01 2021-01-01..2021-01-31"),
    TimesCase(
      "2024-03-01", "They met on 29 February.",
      "29 February = DATE 2024-02-29 2024-02-29..2024-02-29"),
    TimesCase(nil, "They met last week.", "last week = DATE XXXX-WXX"),
    TimesCase(
      nil, "They met on 5 May 1940 and on Friday they signed.",
      "5 May 1940 = DATE 1940-05-05 1940-05-05..1940-05-05",
      "Friday = DATE 1940-05-10 1940-05-10..1940-05-10"),
    TimesCase(nil, "They met in March.", "March = DATE XXXX-03"),
    TimesCase(
      "2021-04-06", "The 2017-18 budget was passed.", "2017 = DATE 2017 2017-01-01..2018-12-31",
      "18 = DATE 2018 2017-01-01..2018-12-31"),
    TimesCase(
      "2021-04-06", "Trade fell by 3 percent in January-March 2021.",
      "January = DATE 2021-01 2021-01-01..2021-03-31",
      "March 2021 = DATE 2021-03 2021-01-01..2021-03-31"),
    TimesCase(
      "2021-04-06", "They spoke at noon on 2 April 2021.",
      "noon on 2 April 2021 = TIME 2021-04-02TMI 2021-04-02..2021-04-02"),
    TimesCase(
      "2021-04-06", "They spoke early on Friday.",
      "early on Friday = DATE 2021-04-02 2021-04-02..2021-04-02"),
    TimesCase(
      "2021-04-06", "He left the post on the 4th of March.",
      "the 4th of March = DATE 2021-03-04 2021-03-04..2021-03-04"),
    TimesCase(
      "2021-04-06", "It has held power for the last 20 years.",
      "the last 20 years = DURATION P20Y 2001-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "The two leaders last met in May 2019 in Bishkek.",
      "May 2019 = DATE 2019-05 2019-05-01..2019-05-31"),
    TimesCase(
      "2021-04-06", "He has ruled since 1994 and may stay until 2030.",
      "1994 = DATE 1994 1994-01-01..1994-12-31", "2030 = DATE 2030 2030-01-01..2030-12-31"),
    TimesCase(
      "2021-04-06", "The talks of the previous week failed.",
      "the previous week = DATE 2021-W13 2021-03-29..2021-04-04"),
    TimesCase(
      "2021-04-06", "They agreed to meet again in a fortnight.", "a fortnight = DURATION P2W"),
    TimesCase(
      "2021-04-06", "Growth slowed in the fourth quarter.",
      "the fourth quarter = DATE 2020-Q4 2020-10-01..2020-12-31"),
    TimesCase(
      "2021-04-06", "They will sign the deal in the spring of next year.",
      "the spring of next year = DATE 2022-SP 2022-03-01..2022-05-31"),
    TimesCase("2021-04-06", "Annual trade doubled.", "Annual = SET P1Y"),
    TimesCase(
      "2021-04-06", "The embassy reopened in July 2015, a year after it closed.",
      "July 2015 = DATE 2015-07 2015-07-01..2015-07-31", "a year = DURATION P1Y"),
    TimesCase(
      "2021-04-06", "He spoke on Tuesday, 6 April.",
      "Tuesday, 6 April = DATE 2021-04-06 2021-04-06..2021-04-06"),
    TimesCase(
      "2021-04-06", "They met in mid-2018 and late 2019.",
      "mid-2018 = DATE 2018 2018-05-01..2018-08-31", "late 2019 = DATE 2019 2019-09-01..2019-12-31"),
    TimesCase(
      "2021-04-06", "The truce took hold at midnight.",
      "midnight = TIME 2021-04-06TNI 2021-04-06..2021-04-06"),
  ]

  static let narrative: [TimesCase] = [
    TimesCase(
      nil, "The war began on 3 May 1940. Troops landed on 10 June. Two days later they withdrew.",
      "3 May 1940 = DATE 1940-05-03 1940-05-03..1940-05-03",
      "10 June = DATE 1940-06-10 1940-06-10..1940-06-10",
      "Two days later = DATE 1940-06-12 1940-06-12..1940-06-12"),
    TimesCase(
      nil, "It began in December 1914. In January the front froze.",
      "December 1914 = DATE 1914-12 1914-12-01..1914-12-31",
      "January = DATE 1915-01 1915-01-01..1915-01-31"),
    TimesCase(
      nil, "He ruled from 1915-17. In April 1916 he fell. The same year he died.",
      "1915 = DATE 1915 1915-01-01..1917-12-31", "17 = DATE 1917 1915-01-01..1917-12-31",
      "April 1916 = DATE 1916-04 1916-04-01..1916-04-30",
      "The same year = DATE 1916 1916-01-01..1916-12-31"),
    TimesCase(
      nil,
      "It began in 1862. The following year it ended. In the spring of 1864 it resumed. That summer it ended.",
      "1862 = DATE 1862 1862-01-01..1862-12-31",
      "The following year = DATE 1863 1863-01-01..1863-12-31",
      "the spring of 1864 = DATE 1864-SP 1864-03-01..1864-05-31",
      "That summer = DATE 1864-SU 1864-06-01..1864-08-31"),
    TimesCase(
      nil, "They fought at night. The former king fled.", "night = TIME XXXX-XX-XXTNI",
      "former = DATE PAST_REF"),
    TimesCase(
      nil, "On 8 August 1918 they attacked. The next day they paused. That night it rained.",
      "8 August 1918 = DATE 1918-08-08 1918-08-08..1918-08-08",
      "The next day = DATE 1918-08-09 1918-08-09..1918-08-09",
      "That night = TIME 1918-08-09TNI 1918-08-09..1918-08-09"),
    TimesCase(
      nil, "They met in 480 BC. The following year they fought.",
      "480 BC = DATE BC0480 -479-01-01..-479-12-31",
      "The following year = DATE BC0479 -478-01-01..-478-12-31"),
    TimesCase(
      nil, "In 1931 they met. A decade later they fought. Five years earlier they had been allies.",
      "1931 = DATE 1931 1931-01-01..1931-12-31", "A decade later = DATE 194 1940-01-01..1942-12-31",
      "Five years earlier = DATE 1926 1926-01-01..1926-12-31"),
    TimesCase(
      nil, "The siege began on 26 December 1915. On 3 January the gate fell.",
      "26 December 1915 = DATE 1915-12-26 1915-12-26..1915-12-26",
      "3 January = DATE 1916-01-03 1916-01-03..1916-01-03"),
    TimesCase(
      nil, "The revolt of 1905 was recalled in March 1917. In April the front broke.",
      "1905 = DATE 1905 1905-01-01..1905-12-31", "March 1917 = DATE 1917-03 1917-03-01..1917-03-31",
      "April = DATE 1917-04 1917-04-01..1917-04-30"),
    TimesCase(
      nil, "He had ruled since 1899. War came in June 1914. By August it had spread.",
      "1899 = DATE 1899 1899-01-01..1899-12-31", "June 1914 = DATE 1914-06 1914-06-01..1914-06-30",
      "August = DATE 1914-08 1914-08-01..1914-08-31"),
  ]

  /// Words and numbers that look like time expressions and are none.
  static let none: [String] = [
    "Her son Dec sat in the sun.",
    "May said the deal was dead.",
    "Theresa May resigned.",
    "May resigned as prime minister.",
    "Protesters march on the capital.",
    "The March on the capital failed.",
    "They may visit.",
    "It sent 2,000 troops.",
    "It sent 2000 troops.",
    "About 300 of them fled.",
    "Call 555-1984 or +92 51 2021 4455.",
    "He was the second to speak.",
    "The second summit was held.",
    "The fall of Kabul shocked them.",
    "Prices fall when rates rise.",
    "The Arab Spring changed little.",
    "It bought 24 A320s and two MH1970s.",
    "It costs $1995 a piece.",
    "The 1st Division moved.",
    "The share was 1990 percent.",
    "Resolution 1973/2011 was cited at http://example.org/2014/05/x.",
    "A quarter of the seats are empty.",
    "The sun rose and the cat sat.",
    "Flight 1984 landed.",
    "The pact covers 10.12.14.16 hosts.",
    "She won 12-10 and 21:16:99.",
    "Article 370 and Section 1920-B apply.",
    "The number 1812 was drawn.",
    "They have 1914 tanks.",
    "The march of the army went on.",
    "He came second in the race.",
    "The fall of the wall was near.",
    "The plane was a Boeing 1957.",
    "The harsh offensive of words went on.",
  ]

  /// Texts that must neither crash nor run long.
  static let hostile: [String] = [
    "", " ", "\u{0}", "in in in in in", "99999999999999999999 years ago", "0 days later",
    "00:00:00:00",
    "31 February 2021", "29 February 1900", "9999 BC to 9999 AD", "in 0001 and in 0000",
    "1-1-1-1-1-1",
    "the the the of of last last week week", "late early mid late early mid 1990s",
    "FY99999 fiscal year",
    "\u{2013}\u{2013}\u{2013} 14\u{2013}24 August \u{2013}", "M\u{E4}rz 2014",
    "\u{1F600} May \u{1F600}",
    "5000 centuries ago 9999 millennia later", "the 30th century BC",
    "in 2 999 999 999 weeks' time",
    String(repeating: "from 11 to 14 June ", count: 400), String(repeating: "1990", count: 500),
    String(repeating: "twenty-", count: 500), String(repeating: "( ", count: 2000) + "May",
    String(repeating: "last ", count: 1000), "12:60 25:00 24:61 p.m. GMT +99 EST -99",
    "two hundred and two hundred and two hundred thousand thousand years later",
  ]
}
