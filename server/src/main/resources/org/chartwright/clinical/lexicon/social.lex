# Habits, allergies and personal circumstances. [TYPE] is the entity type of the lines below it. name | other ways |
[ALCOHOL_CONSUMPTION]
alcohol use | alcohol, drink alcohol, drinking alcohol, alcohol consumption, alcoholic beverages, alcoholic drinks, consume alcohol, social drinker, drink socially, drinks alcohol, alcoholic beverage, alcohol intake |
beer | beers |
wine | glass of wine, glasses of wine, red wine |
liquor | vodka, whiskey, rum, hard liquor, tequila, bourbon, gin, whisky |
drinking | (you) drink, (i) drink, (drink) alcohol, (don't) drink, (smoke or) drink, (smoke and) drink, (never) drink, (doesn't) drink, heavy drinker, binge drinking, binge drink, drinker, drunk, booze, cocktail |
[TOBACCO_USE]
tobacco use | tobacco, nicotine products, tobacco products |
smoking | smoke, smoker, smoked, smokes, cigarette, cigarettes, nonsmoker, non smoker, ex smoker, former smoker, pack of cigarettes, packs of cigarettes, cigs, chain smoker |
pack a day | pack per day, packs per day, packs a day, half a pack a day, half a pack, pack year, half pack |
chewing tobacco | snuff, smokeless tobacco, chew tobacco |
cigars | cigar, pipe smoking |
vaping | vape, e cigarette, e-cigarettes, electronic cigarettes, vapes |
[REC_DRUG_USE]
recreational drug use | drug use, recreational drugs, illicit drugs, illegal drugs, street drugs, illicit drug use, drugs, do drugs, iv drug use, iv drugs, intravenous drugs, illicit substances, intravenous drug use, illegal drug use |
marijuana | weed, cannabis, (smoke) pot, smoke pot, edibles, thc, medical marijuana |
cocaine | crack, crack cocaine |
heroin | |
methamphetamine | meth, crystal meth |
ecstasy | mdma, lsd, hallucinogens, pcp |
[ALLERGIES]
allergy | allergies, allergic to, allergic |
drug allergy | drug allergies, medication allergies, allergies to medications, allergic to any medications, allergies to any medications, allergic to medications, medication allergy, allergic to any medication |
peanut | peanuts |
shellfish | seafood |
latex | |
bee stings | bees, bee sting |
egg allergy | allergic to eggs |
tree nuts | |
pollen | ragweed, grass pollen |
dust | dust mites, mold |
cat dander | pet dander, dog dander |
[GENDER]
female | woman, girl, lady |
male | man, boy, gentleman |
[RACE_ETHNICITY]
~white | caucasian, white (female), white (male), white (woman), white (man), white (patient), white (lady) |
african american | african-american, black american |
hispanic | latino, latina, mexican |
asian | chinese, vietnamese, filipino, korean, japanese |
native american | american indian |
[PROFESSION]
teacher | school teacher, schoolteacher, professor, teaching |
~nurse | (a) nurse, registered nurse, rn |
engineer | software engineer |
construction worker | construction, roofer, contractor |
truck driver | driver, bus driver |
secretary | receptionist, office manager, administrative assistant |
accountant | bookkeeper |
lawyer | attorney, paralegal |
mechanic | |
electrician | plumber, carpenter, welder |
farmer | farming |
cashier | clerk, sales clerk |
waitress | waiter, bartender |
chef | (a) cook |
hairdresser | barber |
firefighter | fireman, paramedic |
police officer | cop, officer, security guard |
homemaker | housewife, stay at home mom |
retired | retiree |
landscaper | landscaping, yard work, gardener |
factory worker | machine operator, machinist |
painter | |
dentist | dental hygienist |
pharmacist | |
janitor | custodian, housekeeper, maintenance man |
salesman | salesperson, realtor, real estate agent |
musician | dancer, artist, actor, singer |
disabled | on disability |
student | college student |
banker | financial analyst |
social worker | |
military | (the) army, (the) navy, (the) marines, veteran, air force |
programmer | it technician, software developer |
writer | journalist, editor |
photographer | |
pilot | flight attendant |
volunteer | |
