# What patients feel. name | other ways of saying it | ICD-10-CM code
# [..] names the body system of the lines below it. (word) must be there but is no part of the mention.
[constitutional]
fever | febrile, running a temperature, high temperature, running a fever, ran a fever, spiked a fever, feeling feverish, feverish, pyrexia, elevated temperature, burning up | R50.9
chills | chill, shivering, shivers, shaking chills, rigor | R68.83
night sweats | sweating at night, sweat at night, waking up drenched, wake up drenched, drenched in sweat, wake up sweating, waking up sweating | R61
sweating | sweaty, sweats, diaphoresis, diaphoretic, excessive sweating, breaking out in a sweat, broke out in a sweat, broke out into a sweat, break out in a sweat, clammy | R61
fatigue | tired, tiredness, fatigued, exhausted, exhaustion, worn out, no energy, low energy, lack of energy, run down, wiped out, lethargic, lethargy, tired all the time, loss of energy, sluggish, drained | R53.83
malaise | feeling unwell, generally unwell, under the weather, feeling lousy, feel lousy, feeling crummy | R53.81
weakness | weak, weaker, generalized weakness, weakened | R53.1
weight loss | losing weight, lost weight, lost some weight, lost a lot of weight, loss of weight, unintentional weight loss, unexplained weight loss, dropped weight, weight has dropped | R63.4
weight gain | gaining weight, gained weight, gained some weight, put on weight, putting on weight, put on some weight, weight has gone up | R63.5
loss of appetite | poor appetite, decreased appetite, no appetite, lost my appetite, lost your appetite, not hungry, appetite loss, reduced appetite, anorexia, appetite is down, not much of an appetite, loss of your appetite, not been eating much | R63.0
increased appetite | always hungry, hungry all the time, polyphagia, excessive hunger | R63.2
thirst | thirsty, excessive thirst, polydipsia, increased thirst | R63.1
general body aches | body aches, body ache, achy all over, aching all over, aches all over, body pain | R52
pain | hurt, hurts, hurting, painful, ache, aching, aches, achy, pains, ached | R52
discomfort | uncomfortable |
soreness | sore |
swelling | swollen, swell, swells, swelled, swelled up, puffy, puffiness, swole up |
burning | burning sensation, burning feeling, burns |
cramping | cramp, crampy, cramped |
throbbing | throbs, throb |
bleeding | bleed, bleeds, bled, hemorrhage, haemorrhage | R58
lump | (a) bump, (a) knot |
discharge | drainage, draining, oozing |
hot flashes | hot flash, hot flushes, night sweats and hot flashes | N95.1
heat intolerance | can't stand the heat, intolerance to heat |
cold intolerance | always cold, cold all the time, intolerance to cold, feel cold all the time |
~fall | fell, falling, fallen, falls, (a) fall, fell down, took a fall, tripped and fell, slipped and fell |
injury | injured, trauma, hurt myself, injure |
motion sickness | car sick, carsick, seasick, travel sickness | T75.3
decreased activity | less active than usual |
[eyes]
blurred vision | blurry vision, vision is blurry, vision blurry, blurring of vision, vision is blurred, blurriness, fuzzy vision, vision has been blurry, blurry eyesight | H53.8
double vision | diplopia, seeing double, see double | H53.2
vision loss | loss of vision, lost vision, lost my vision, can't see out of, going blind, losing vision | H54.7
vision changes | change in vision, changes in vision, changes in your vision, vision problems, problems with your vision, visual changes, vision change, changes in my vision, visual disturbance, trouble seeing | H53.9
eye pain | eyes hurt, eye hurts, ocular pain | H57.1
eye redness | red eye, red eyes, eyes are red, bloodshot eyes, redness of the eye |
itchy eyes | eyes itch, itching eyes, eyes are itchy, eye itching |
watery eyes | eyes watering, teary eyes, eyes water, tearing eyes, watering eyes | H04.20
dry eyes | dry eye, eyes are dry | H04.12
light sensitivity | photophobia, sensitive to light, sensitivity to light, light hurts, bright lights bother | H53.14
floaters | spots in my vision, specks in my vision, seeing spots | H43.39
flashing lights | flashes of light, seeing flashes |
eye discharge | goop in the eye, crusty eyes, gunk in my eye |
eye swelling | swollen eyes, swollen eye, puffy eyes |
scotoma | blind spot, visual field loss | H53.4
[ears nose throat]
sore throat | throat pain, throat hurts, throat is sore, scratchy throat, pain in the back of my throat, throat soreness, hurts to swallow, pain when swallowing, painful swallowing, odynophagia, throat has been sore, pain in the throat | R07.0
runny nose | rhinorrhea, nose is running, nose running, nasal discharge, nasal drainage, drippy nose, nose runs | J34.89
nasal congestion | stuffy nose, stuffed up, congested nose, nose is stuffy, stopped up nose, blocked nose, sinus congestion, nasal stuffiness, stuffiness, stuffy, nasal obstruction | R09.81
congestion | congested, chest congestion, head congestion |
sinus pressure | sinus pain, facial pressure, sinus pain and pressure, sinus headache |
postnasal drip | post nasal drip, drip down the back of my throat, mucus down my throat | R09.82
sneezing | sneeze, sneezes, sneezed | R06.7
nosebleed | nose bleed, bloody nose, epistaxis, nose bleeding, nosebleeds | R04.0
ear pain | earache, ear ache, ears hurt, ear hurts, otalgia, ear infection pain, pain in the ear | H92.09
ear drainage | ear discharge, fluid coming out of the ear, otorrhea, fluid from the ear | H92.10
ringing in the ears | tinnitus, ringing in my ears, ringing in your ears, ears ringing, ears are ringing, buzzing in my ears, ear ringing, ringing in the ear | H93.19
hearing loss | loss of hearing, hard of hearing, trouble hearing, difficulty hearing, can't hear well, hearing problems, deafness, deaf, losing my hearing, hearing is worse, problems hearing, decreased hearing | H91.90
ear fullness | ears feel full, ears plugged, plugged ears, fullness in the ear, clogged ears, muffled hearing | H93.8
hoarseness | hoarse, hoarse voice, lost my voice, losing my voice, voice is hoarse, raspy voice, voice changes, dysphonia, voice change | R49.0
difficulty swallowing | trouble swallowing, dysphagia, hard to swallow, hard for me to swallow, getting stuck in my throat, food getting stuck, can't swallow, food gets stuck, problems swallowing, food stuck in my throat, swallowing difficulty, problem swallowing | R13.10
mouth sores | mouth ulcers, sores in my mouth, canker sore, mouth sore, oral ulcers, oral lesion | K12.0
dry mouth | mouth is dry, cottonmouth, cotton mouth, xerostomia | R68.2
toothache | tooth pain, tooth hurts, dental pain, teeth hurt | K08.89
bleeding gums | gums bleed, gum bleeding | K06.8
jaw pain | jaw hurts, jaw ache, jaw aching | R68.84
snoring | snore, snores | R06.83
loss of smell | can't smell, lost my sense of smell, loss of sense of smell, anosmia, lost sense of smell | R43.0
loss of taste | can't taste, lost my sense of taste, loss of sense of taste, lost sense of taste | R43.2
bad breath | halitosis | R19.6
swollen glands | swollen lymph nodes, glands are swollen, swollen lymph glands, enlarged lymph nodes | R59.9
facial pain | face pain, face hurts | R51.9
facial swelling | swollen face, face is swollen, swelling in her face, swelling of the face, face swelling | R22.0
[cardiovascular]
chest pain | chest hurts, pain in my chest, pain in your chest, pain in the chest, chest pains, chest discomfort, chest ache, chest wall pain, angina pain | R07.9
chest tightness | tight muscles, feels tightness in my chest, tightness in the chest, tight chest, chest feels tight, chest is tight, tightness in your chest | R07.89
chest pressure | pressure in my chest, pressure in the chest, chest heaviness, heaviness in my chest, elephant on my chest | R07.89
palpitations | palpitation, heart racing, racing heart, heart is racing, heart fluttering, fluttering in my chest, heart pounding, pounding heart, heart skipping, skipped beats, skipping beats, heart flutters, heart was racing, heart beating fast, heart palpitations, heart flutter, rapid heartbeat, heart is beating fast, fluttering | R00.2
leg swelling | swollen legs, swelling in my legs, swelling in your legs, legs swell, legs are swollen, swelling in the legs, swelling of the legs, ankle swelling, swollen ankles, ankles swell, ankles are swollen, swelling in my ankles, swelling in your ankles, swelling of your legs, lower extremity edema, lower extremity swelling, leg edema, swollen feet, feet swell, swelling in my feet, legs swelling, peripheral edema, swelling in your lower extremities, puffiness in your legs, swelling in her legs, swelling in his legs | R60.0
edema | oedema, fluid retention, retaining fluid, retaining water, water retention | R60.9
fainting | syncope, passed out, pass out, passing out, fainted, faint, loss of consciousness, lose consciousness, lost consciousness, blacked out, blacking out, blackout, black out, syncopal episode, knocked out, lost my consciousness, losing consciousness | R55
near-syncope | almost passed out, nearly passed out, felt like passing out, near syncope, presyncope, feel faint, feeling faint, almost fainted | R55
leg pain with walking | claudication, legs hurt when i walk, calf pain when walking | I73.9
slow heart rate | slow heartbeat, bradycardia | R00.1
fast heart rate | tachycardia, fast heartbeat | R00.0
orthopnea | trouble breathing lying down, short of breath lying flat, short of breath when you lie down, trouble lying flat, sleeping on pillows, short of breath when lying down, trouble breathing when you lie flat, difficulty lying flat, short of breath laying flat | R06.01
waking up short of breath | paroxysmal nocturnal dyspnea, wake up short of breath, wake up gasping, waking up gasping | R06.00
cold hands and feet | cold feet, cold hands, cold fingers, cold extremities |
poor circulation | bad circulation |
[respiratory]
shortness of breath | short of breath, dyspnea, dyspnoea, breathless, breathlessness, trouble breathing, difficulty breathing, hard to breathe, can't breathe, out of breath, winded, can't catch my breath, catch my breath, problems breathing, trouble catching my breath, labored breathing, difficulties breathing, difficult to breathe, breathing trouble, hard time breathing, breathing problems, breathing difficulty, shortness in breath, sob, gasping for air, trouble with breathing, struggling to breathe | R06.02
shortness of breath with exertion | dyspnea on exertion, short of breath on exertion, exertional dyspnea, shortness of breath on exertion, short of breath with exertion, short of breath when i walk, short of breath going up stairs, shortness of breath with activity, exertional shortness of breath, get winded, winded going up the stairs, shortness of breath upon exertion | R06.00
cough | coughing, coughs, coughed, dry cough, hacking cough, hacking, coughing fits | R05.9
productive cough | coughing up phlegm, coughing up mucus, coughing stuff up, cough with phlegm, bringing up phlegm, wet cough, coughing up sputum, coughing up stuff, cough that's productive, cough up stuff, bringing anything up, coughing anything up | R05.8
coughing up blood | hemoptysis, haemoptysis, spitting up blood, blood when i cough, blood in my phlegm, cough up blood, coughed up blood, blood in the sputum | R04.2
sputum | phlegm, mucus, mucous | R09.3
wheezing | wheeze, wheezes, wheezy, wheezed | R06.2
stridor | noisy breathing | R06.1
rapid breathing | breathing fast, breathing rapidly, fast breathing, tachypnea | R06.82
pleuritic pain | hurts to take a deep breath, pain with breathing, pain when i breathe, pain on inspiration, hurts to breathe, pain when breathing | R07.1
apnea | stop breathing, stops breathing, breathing stops, stopped breathing, pauses in breathing | R06.81
[gastrointestinal]
nausea | nauseous, nauseated, queasy, sick to my stomach, feel sick, queasiness, feeling sick to my stomach, sick to your stomach | R11.0
vomiting | vomit, vomited, throwing up, throw up, threw up, thrown up, puking, puked, emesis, being sick, vomits, puke, throws up | R11.10
nausea and vomiting | nausea vomiting, nausea or vomiting | R11.2
vomiting blood | hematemesis, throwing up blood, blood in my vomit, coffee ground vomit, vomited blood | K92.0
abdominal pain | stomach pain, belly pain, tummy pain, stomach ache, stomachache, stomach hurts, belly hurts, tummy ache, bellyache, belly ache, pain in my stomach, pain in my belly, pain in my abdomen, pain in your belly, pain in your stomach, pain in the abdomen, stomach pains, stomach cramps, abdominal cramps, abdominal cramping, tummy hurts, abdominal discomfort, stomach cramping, upset stomach pain, belly cramps, cramps in my stomach, pain in the stomach, pain in your abdomen, gut pain | R10.9
epigastric pain | upper abdominal pain, pain in the pit of my stomach, pain in the upper abdomen, upper stomach pain | R10.13
right upper quadrant pain | pain under my right ribs, pain under the right rib | R10.11
left upper quadrant pain | | R10.12
right lower quadrant pain | right lower abdominal pain | R10.31
left lower quadrant pain | left lower abdominal pain | R10.32
lower abdominal pain | lower stomach pain, lower belly pain | R10.30
diarrhea | diarrhoea, loose stool, watery stool, the runs, loose bowel movements, loose stools, watery bowel movements, runny stools, loose motions, runny poop, diarrheas | R19.7
constipation | constipated, can't go to the bathroom, hard stools, trouble having a bowel movement, not having bowel movements, backed up, straining to have a bowel movement | K59.00
bloating | bloated, abdominal distension, distended, distension, feel bloated, abdominal bloating, feels full of gas, distention | R14.0
gas | gassy, flatulence, passing gas, passing a lot of gas, farting | R14.3
belching | burping, burp, belch, eructation | R14.2
heartburn | burning in my chest after eating, burning in the chest, sour taste in my mouth, heart burn | R12
indigestion | dyspepsia, upset stomach, sour stomach | K30
early satiety | full quickly, get full quickly, feel full early, getting full fast, feeling full early | R68.81
blood in stool | bloody stool, blood in my stool, blood in your stool, blood in the stool, hematochezia, rectal bleeding, bleeding from the rectum, blood when i wipe, blood on the toilet paper, bloody stools, blood in my poop, blood in your poop, bloody bowel movements, blood in the toilet, blood in your stools, blood in my stools, bright red blood per rectum, bloody diarrhea | K92.1
black stools | melena, tarry stools, dark stools, black tarry stools, stools are black, black stool, dark tarry stools | K92.1
pale stools | clay colored stools, light colored stools | R19.5
change in bowel habits | changes in bowel habits, bowel changes, change in your bowel movements, changes in your bowel movements, change in bowel movements, changes in bowel movements | R19.4
fecal incontinence | bowel incontinence, loss of bowel control, lose control of your bowels, losing control of your bowels, loss of control of bowels, loss of control of your bowels, trouble controlling your bowels | R15.9
rectal pain | pain in my rectum, anal pain, pain with bowel movements | K62.89
hiccups | hiccup | R06.6
acid reflux | reflux, acid indigestion, acid coming up, regurgitation, acid reflux symptoms | K21.9
jaundice | yellow skin, yellow eyes, yellowing of the skin, skin turned yellow, skin is yellow, yellowing of the eyes, icterus | R17
[genitourinary]
painful urination | dysuria, burning when i pee, burning with urination, burning on urination, hurts to pee, burns when i pee, pain when you urinate, pain with urination, burning when you pee, burning when you urinate, pain when i pee, hurts when i pee, burning urination, pain on urination, it burns when i urinate, pain while urinating, burning when urinating, stings when i pee | R30.0
frequent urination | urinary frequency, urinating frequently, peeing a lot, peeing more, going to the bathroom a lot, polyuria, urinate frequently, urinating more, pee a lot, urinating a lot, increased urination, going to the bathroom more often, urinating more often, urinate more often, frequency of urination, frequent need to urinate, peeing more often, peeing often | R35.0
urinary urgency | urgency, have to go right away, urge to urinate, strong urge to pee, need to pee right away | R39.15
nocturia | getting up at night to pee, wake up to pee, get up at night to urinate, getting up at night to urinate, up to the bathroom at night, waking up at night to pee, wake up at night to urinate, waking up to urinate | R35.1
urinary incontinence | leaking urine, urine leakage, loss of bladder control, can't hold my urine, wet myself, incontinence, incontinent, loss of control of bladder, bladder leakage, losing control of your bladder, leak urine, lose control of your bladder, loss of control of your bladder | R32
blood in urine | hematuria, haematuria, blood in my urine, blood in your urine, blood in the urine, bloody urine, pink urine, blood in my pee, blood when you urinate, blood in your pee, blood in my urine stream, red urine | R31.9
urinary retention | can't pee, unable to urinate, can't urinate, trouble urinating, trouble starting urination, difficulty urinating, hesitancy, urinary hesitancy, problems urinating, trouble peeing | R33.9
weak urine stream | weak stream, slow stream, dribbling, poor stream | R39.12
cloudy urine | urine is cloudy, foul smelling urine, urine smells | R82.90
dark urine | urine is dark, cola colored urine, tea colored urine | R82.998
flank pain | pain in my side, pain in my flank, side pain, pain in the flank | R10.9
pelvic pain | pain in my pelvis, pain in the pelvis | R10.2
vaginal bleeding | bleeding from the vagina, spotting, bleeding between periods, intermenstrual bleeding | N93.9
vaginal discharge | discharge from the vagina | N89.8
vaginal itching | vaginal irritation | N89.8
vaginal dryness | dry vagina | N89.8
heavy periods | heavy menstrual bleeding, menorrhagia, heavy bleeding with periods, heavy flow | N92.0
painful periods | dysmenorrhea, menstrual cramps, period cramps, period pain, cramps with my period | N94.6
missed period | missed periods, no periods, amenorrhea, late period, haven't had a period | N91.2
irregular periods | irregular menstrual cycle, irregular menses, irregular cycles, period is irregular | N92.6
breast pain | breast tenderness, breasts hurt, sore breasts, breasts are sore | N64.4
breast lump | lump in my breast, lump in the breast, breast mass | N63.0
nipple discharge | discharge from the nipple | N64.52
pain with intercourse | painful intercourse, painful sex, dyspareunia, pain during sex, hurts to have sex, pain with sex | N94.10
erectile dysfunction | trouble with erections, can't get an erection, impotence, problems getting an erection | N52.9
decreased libido | low libido, low sex drive, no sex drive, loss of libido | R68.82
testicular pain | pain in my testicle, testicle hurts, scrotal pain | N50.819
penile discharge | discharge from the penis | R36.9
contractions | labor pains |
[musculoskeletal]
joint pain | joints hurt, arthralgia, achy joints, joint aches, painful joints, pain in my joints, joints ache, pain in the joints, pain in your joints, joint hurts | M25.50
joint swelling | swollen joints, joints swell, swelling in my joints | M25.40
joint stiffness | stiff joints, joints are stiff | M25.60
stiffness | stiff, stiffened |
morning stiffness | stiff in the morning, stiffness in the morning |
muscle pain | myalgia, muscle aches, sore muscles, muscles hurt, muscle soreness, achy muscles, muscle ache, aching muscles, muscles ache, muscle aching | M79.10
muscle weakness | weak muscles, muscles are weak | M62.81
muscle cramps | muscle cramp, charley horse, leg cramps, cramps in my legs, leg cramp | R25.2
muscle spasm | spasm, muscle spasms, spasming, back spasm | M62.838
muscle twitching | twitching, muscle twitches, twitch, twitches, twitched, fasciculations | R25.3
back pain | backache, back ache, back hurts, pain in my back, pain in your back, pain in the back, back's hurting, back is killing me, bad back, sore back, back has been hurting, back injury, back problems | M54.9
low back pain | lower back pain, lower back hurts, pain in my lower back, pain in my low back, lumbago, lumbar pain, lower back ache, pain in the lower back, lumbar back pain, pain in your lower back | M54.50
upper back pain | pain in my upper back, thoracic back pain, mid back pain, middle back pain | M54.6
neck pain | neck hurts, pain in my neck, pain in the back of my neck, sore neck, neck ache, cervicalgia, pain in your neck, pain in the neck | M54.2
neck stiffness | stiff neck, neck is stiff |
shoulder pain | shoulder hurts, pain in my shoulder, sore shoulder, shoulder ache, pain in the shoulder, pain in your shoulder | M25.519
elbow pain | elbow hurts, pain in my elbow, sore elbow, pain in the elbow, pain in your elbow | M25.529
arm pain | arm hurts, pain in my arm, arms hurt, pain in the arm, pain in your arm | M79.603
forearm pain | pain in my forearm | M79.639
wrist pain | wrist hurts, pain in my wrist, pain in the wrist, pain in your wrist | M25.539
hand pain | hand hurts, pain in my hand, pain in the back of my hand, pain in the hand, hands hurt, pain in my hands | M79.643
finger pain | finger hurts, pain in my finger, pain in the finger, pain in my fingers | M79.646
thumb pain | pain in my thumb, thumb hurts |
hip pain | hip hurts, pain in my hip, pain in the hip, sore hip, pain in your hip, hips hurt | M25.559
groin pain | pain in my groin, pain in the groin | R10.30
buttock pain | pain in my buttock, pain in the buttock, butt pain |
leg pain | leg hurts, legs hurt, pain in my leg, pain in the back of my leg, pain in my legs, pain in the leg, pain in your legs, pain in your leg, legs ache, pain down my leg, pain down the leg | M79.606
thigh pain | pain in my thigh, pain in the back of my thigh, thigh hurts | M79.659
knee pain | knee hurts, knees hurt, pain in my knee, pain in the back of my knee, pain in my knees, pain in the knee, bad knee, knee ache, pain in your knee, sore knee, knee's hurting | M25.569
calf pain | pain in my calf, calf hurts, calf tenderness, pain in your calf | M79.669
shin pain | shin splints, pain in my shin | M79.669
ankle pain | ankle hurts, pain in my ankle, pain in the ankle, sore ankle, pain in your ankle | M25.579
foot pain | foot hurts, feet hurt, pain in my foot, pain in my feet, pain in the foot, pain in your foot | M79.673
heel pain | heel hurts, pain in my heel | M79.673
toe pain | toe hurts, pain in my toe, big toe pain, pain in my big toe, pain in the toe | M79.676
rib pain | ribs hurt, pain in my ribs | R07.81
bone pain | bones hurt, bone ache | M89.8
tailbone pain | pain in my tailbone, coccydynia | M53.3
knee swelling | swollen knee, knee is swollen, knee swells | M25.469
ankle joint swelling | swollen left ankle, swollen right ankle, ankle is swollen |
locking | locks up, locked up |
giving way | gives out, giving out, gave out, buckles, buckling, knee gives out, instability, feels unstable, unstable |
popping | pops, popped, clicking, clicks, snapping |
limping | limp, limps, walking with a limp | R26.89
trouble walking | difficulty walking, hard to walk, can't walk, trouble with walking, problems walking, difficulty ambulating, unable to walk | R26.2
decreased range of motion | limited range of motion, loss of motion, can't move my, trouble moving, limited motion, reduced range of motion, loss of range of motion, decreased motion, limited mobility |
limited weight bearing | can't put weight on it, can't bear weight, unable to bear weight, hard to put weight on it |
tightness | tight |
[skin]
dandruff | flaky scalp |
rash | rashes, breaking out in a rash, skin rash, break out, broke out, breakout, broken out | R21
itching | itchy, itch, itches, pruritus, itchiness, itchy skin, scratching, pruritic | L29.9
hives | urticaria, welts, hive | L50.9
dry skin | skin is dry, xerosis | L85.3
bruising | bruise, bruised, bruises easily, bruise easily, black and blue, easy bruising, ecchymosis |
skin lesion | lesion, spot on my skin, skin spot, skin growth, sore that won't heal | L98.9
skin redness | redness, erythema, red skin, reddened, skin is red | L53.9
hair loss | losing my hair, losing hair, hair falling out, hair is falling out, alopecia, thinning hair, hair thinning | L65.9
blister | blisters, blistering |
skin peeling | peeling skin, flaky skin, skin is flaking, peeling | R23.4
mole | moles, changing mole | D22.9
brittle nails | nail changes, nails are brittle | L60.3
skin changes | changes in your skin, changes to your skin, changes to the skin, skin color change, changes in skin color, discoloration, discolored, skin problems | R23.9
flushing | flushed, face flushing, flushes | R23.2
pale skin | pale, pallor, look pale | R23.1
bluish skin | cyanosis, blue lips, lips turn blue, turned blue, turning blue | R23.0
laceration | gash, (a) cut, cuts |
abrasion | scrape, scraped, (a) scratch |
wound | open wound, open sore, wounds, sores |
~burn | sunburn, (a) burn, burned myself |
insect bite | bug bite, dog bite, tick bite, bitten |
stretch marks | striae | L90.6
[neurological]
headache | headaches, head hurts, head ache, head is pounding, pain in my head, pain in the back of my head, head pain, worst headache of my life, head has been hurting, cephalalgia | R51.9
dizziness | dizzy, dizzy spells, woozy, dizziness when standing, unsteady, dizzy spell, wooziness | R42
lightheadedness | lightheaded, light headed, light headedness, lightheadedness when standing, light head | R42
vertigo | room spinning, room is spinning, spinning sensation, spinning feeling, head spinning | R42
numbness | numb, loss of feeling, can't feel, goes numb, lost feeling, go numb, hand fell asleep, loss of sensation | R20.0
tingling | tingle, pins and needles, tingly, paresthesia, prickly feeling, paresthesias, prickling | R20.2
numbness and tingling | numbness or tingling, numbness tingling, numb and tingling, numb and tingly | R20.2
seizure | seizures, convulsion, convulsions, (had a) fit, seized | R56.9
tremor | tremors, shaky hands, hands shake, hand tremor, shaking hands, hands are shaking, shakiness, shaky, trembling | R25.1
memory loss | forgetful, forgetfulness, memory problems, losing my memory, trouble remembering, memory issues, forgetting things, memory is bad, can't remember things, loss of memory, short term memory loss, poor memory, memory is getting worse | R41.3
confusion | confused, disoriented, disorientation, mental confusion, altered mental status, foggy, brain fog | R41.0
difficulty concentrating | trouble concentrating, can't concentrate, can't focus, trouble focusing, poor concentration, hard to focus, hard to concentrate, lack of focus, difficulty focusing, decreased concentration | R41.840
slurred speech | slurring, slurred, slurring my words, speech is slurred | R47.81
speech difficulty | trouble speaking, can't find the words, trouble finding words, difficulty speaking, trouble talking, word finding difficulty, speech problems, changes in your speech | R47.9
facial droop | face drooping, drooping face, facial drooping, face is drooping, face droop | R29.810
balance problems | loss of balance, trouble with balance, off balance, lose my balance, unsteady on my feet, unsteadiness, losing my balance, poor balance, balance issues, balance is off, trouble with your balance, imbalance | R26.81
clumsiness | clumsy, dropping things, drop things | R27.8
gait problems | gait disturbance, abnormal gait, walking funny, shuffling gait, shuffling | R26.9
paralysis | paralyzed, can't move | G83.9
arm weakness | weakness in my arm, weak arm, weakness in your arms, weakness in my arms | R29.898
leg weakness | weakness in my legs, weak legs, weakness in your legs, legs are weak, legs feel weak, weakness in my leg, lower extremity weakness | R29.898
one-sided weakness | hemiparesis, weakness on one side, left sided weakness, right sided weakness, weakness on the left side, weakness on the right side | G81.90
nerve pain | shooting pain, electric shock, zing, nerve pains | M79.2
sensitivity to sound | phonophobia, noise bothers me, sensitive to noise, sound sensitivity | H93.239
aura | visual aura |
restless legs | legs are restless, restless leg | G25.81
head injury | hit my head, hit your head, hit his head, hit her head, bumped my head, bumped his head, head trauma, struck my head, banged my head | S09.90
[psychiatric]
anxiety | anxious, always nervous, nervous all the time, nervousness, worried all the time, feeling anxious, on edge, anxieties, anxiousness | F41.9
depressed mood | feeling down, feeling depressed, feel down, feeling low, down in the dumps, sad, sadness, feeling blue, low mood, feel depressed, feeling sad, mood is low | R45.89
stress | stressed, stressed out, under a lot of stress, stressful, stressor | Z73.3
panic attack | panic attacks, panic | F41.0
insomnia | trouble sleeping, can't sleep, difficulty sleeping, not sleeping, trouble falling asleep, sleepless, not sleeping well, problems sleeping, trouble staying asleep, hard to sleep, difficulty falling asleep, poor sleep, sleep problems, unable to sleep, can't fall asleep, hard time sleeping, sleeping poorly, lack of sleep, trouble with sleep, can't stay asleep, sleep disturbance, haven't been sleeping | G47.00
daytime sleepiness | sleepy, sleepiness, drowsy, drowsiness, sleepy during the day, somnolence, falling asleep during the day, somnolent | R40.0
irritability | irritable, short tempered, easily angered, cranky, snapping at people, fussy, fussiness | R45.4
anger | angry, outbursts, temper | R45.4
mood swings | mood changes, moody, mood swing, changes in mood | R45.86
suicidal thoughts | suicidal ideation, suicidal, thoughts of suicide, wanting to harm yourself, thoughts of hurting yourself, harming yourself, hurting yourself, kill myself, want to die, hurt myself on purpose, thoughts of self harm, killing yourself, thoughts of harming yourself, wanting to hurt yourself, feelings of harming yourself, self harm, suicidality, harm yourself, hurt yourself, killing myself | R45.851
thoughts of harming others | homicidal ideation, homicidal, hurting others, harming others, hurt others, hurting anyone else, hurting other people, harm others, kill anyone | R45.850
hallucinations | hallucination, hearing voices, seeing things, hear voices, seeing things that aren't there, hears voices | R44.3
paranoia | paranoid, people are out to get me |
delusions | delusion, delusional |
loss of interest | no interest in, lost interest, anhedonia, don't enjoy things, not interested in anything, loss of motivation, no motivation, lack of motivation | R45.84
hopelessness | hopeless, helpless, helplessness | R45.89
worthlessness | worthless, feel worthless | R45.89
crying spells | crying a lot, crying all the time, tearful, tearfulness, crying, cry all the time, burst into tears | R45.83
nightmares | bad dreams, nightmare, flashbacks | F51.5
agitation | agitated, restless, restlessness | R45.1
racing thoughts | mind racing, thoughts are racing, mind races, can't shut my mind off | R41.89
binge eating | binging, bingeing, overeating, binge | R63.2
social withdrawal | isolating myself, withdrawn, isolating, isolated myself | R45.89
grief | grieving, bereavement, mourning, lost my husband, lost my wife | F43.21
low self-esteem | low self esteem, poor self esteem, lack of confidence | R45.81
impulsivity | impulsive, impulse control | R45.87
