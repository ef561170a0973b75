# What belongs to a mention, by the name of its attribute. Phrases separated by commas; numbers are found by rule.
[FREQUENCY]
daily, nightly, weekly, monthly, hourly, once daily, twice daily, three times daily, four times daily, once weekly, twice weekly
once a day, twice a day, three times a day, four times a day, once per day, twice per day, two times a day, three times per day
once a week, twice a week, three times a week, once a month, twice a month, once a year, twice a year, two times a week, a couple times a week, a few times a week, several times a day, a couple times a day, a few times a day, several times a week
every day, every night, every morning, every evening, every other day, every week, every month, every year, every hour, everyday, every single day, each day, each night, each morning, once in a while
bid, tid, qid, qhs, b i d, t i d, q d, prn, p r n, q six hours, q eight hours
as needed, at bedtime, at night, in the morning, in the evening, before bed, with meals, before meals, after meals, with food, before breakfast, with breakfast, after dinner, with dinner, in the afternoon, in the mornings, at nighttime
a day, per day, a week, per week, a month, per month, a night, an hour
occasionally, occasional, rarely, sometimes, frequently, often, on occasion, on weekends, on the weekend, on the weekends, most days, all the time, constantly, socially, here and there, now and then, now and again, from time to time, infrequently, regularly
[FORM]
tablet, pill, capsule, tab, caplet, cream, ointment, gel, lotion, patch, drop, liquid, syrup, suspension, injection, shot, spray, suppository, powder, lozenge, inhaler, extended release, xr, er, chewable
[ROUTE_OR_MODE]
by mouth, orally, oral, po, iv, intravenous, intravenously, subcutaneous, subcutaneously, topical, topically, intramuscular, intramuscularly, im, sublingual, under the tongue, inhaled, rectally, through the vein, transdermal, p o, through an iv
[ACUITY]
acute, chronic, sudden, recurrent, subacute, new, new onset, acute on chronic, recurring, longstanding, recent, frequent, continuing, long standing, suddenly, ongoing, persistent, progressive, intermittent, constant
[QUALITY]
mild, moderate, severe, sharp, dull, stabbing, aching, throbbing, burning, slight, minor, bad, terrible, awful, excruciating, intense, significant, worst, really bad, pretty bad, uncontrolled, well controlled, poorly controlled, controlled, stable, diffuse, localized, mildly, moderately, severely, slightly, radiating, shooting, crushing, squeezing, tingling, dry, productive, bilateral pleural, massive, extreme, heavy, worse, worsening, horrible, minimal, bloody, watery, generalized, nonproductive, trace, shallow, deep, faint
[DIRECTION]
left, right, bilateral, bilaterally, both, upper, lower, medial, lateral, anterior, posterior, medially, laterally, left sided, right sided, left side, right side, left hand side, inner, outer, distal, proximal, left upper, left lower, right upper, right lower, superior, inferior, both sides, front, inside, outside, dorsal, plantar, central
[VALUE]
normal, negative, positive, elevated, high, low, unremarkable, within normal limits, abnormal, stable, good, great, fine, perfect, in the normal range, clear, slightly elevated, a little high, a little low, a little elevated, a bit high, borderline, excellent, decreased, increased, up, down, intact
[TEST_UNIT]
percent, %, milligrams per deciliter, mg/dl, mg per dl, degrees, degrees fahrenheit, degrees celsius, fahrenheit, pounds, lbs, lb, kilograms, kg, kilos, beats per minute, bpm, beats a minute, breaths per minute, millimeters of mercury, mmhg, inches, feet, centimeters, millimeters, cm, mm, points
[TIME]
yesterday, last night, last week, last month, last year, last visit, this morning, tonight, this week, this year, this month, tomorrow, recently, the other day, a while ago, long time ago, a long time ago, over the weekend, last summer, last winter, last spring, last time, the day before yesterday, since birth, since childhood, in childhood, my whole life, all my life, for years, for months, for weeks, for days, for a while, for a long time, years ago, months ago, weeks ago, days ago, as a child, as a kid, when i was a kid, when i was a child, in high school, in college, lately, yesterday morning, yesterday afternoon, earlier today, overnight, a couple days ago, for quite some time, for some time, next week, next month, next year, next visit, all day, all night, this past weekend, the past few days, monday, tuesday, wednesday, thursday, friday, saturday, sunday, last monday, last tuesday, last wednesday, last thursday, last friday, last saturday, last sunday
