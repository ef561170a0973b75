# What an examination shows. name | other ways of saying it | ICD-10-CM code
[cardiovascular]
heart murmur | murmur, systolic murmur, systolic ejection murmur, diastolic murmur, ejection murmur, heart murmurs, murmurs | R01.1
gallop | gallops, s3, s4, extra heart sounds |
friction rub | rubs |
carotid bruit | carotid bruits, bruit, bruits | R09.89
jugular venous distension | jvd, jugular venous distention, neck veins are distended |
pitting edema | one plus edema, trace edema, one plus pitting edema, two plus pitting edema, 1+ edema, 1+ pitting edema, 2+ pitting edema, nonpitting edema, non pitting edema, pedal edema | R60.0
regular rate and rhythm | regular rhythm, heart is regular, regular rate, normal rhythm, normal rate and rhythm |
irregular heart rhythm | irregularly irregular |
diminished pulses | weak pulses |
clubbing | | R68.3
[respiratory]
crackles | rales, crackle, crackling in the lungs |
rhonchi | rhonchus |
clear lungs | lungs are clear, lungs sound clear, clear to auscultation, lungs clear, clear bilaterally, clear breath sounds, lungs sound good |
diminished breath sounds | decreased breath sounds, reduced breath sounds |
expiratory wheeze | expiratory wheezes, expiratory wheezing, inspiratory wheeze | R06.2
[gastrointestinal]
hepatomegaly | enlarged liver, liver is enlarged | R16.0
splenomegaly | enlarged spleen, spleen is enlarged | R16.1
hepatosplenomegaly | organomegaly | R16.2
rebound tenderness | rebound |
guarding | involuntary guarding |
abdominal tenderness | tenderness in the abdomen, belly tenderness |
soft abdomen | abdomen is soft, belly is soft |
[musculoskeletal]
tenderness | tender, tender to palpation, tenderness to palpation, pain to palpation, pain with palpation, tender to touch, point tenderness, pain on palpation, painful to palpation, tender to the touch |
crepitus | crepitation, grinding |
deformity | deformities, gross deformity |
decreased strength | weak grip, decreased grip strength, reduced strength, diminished strength, strength is decreased |
atrophy | muscle atrophy, muscle wasting, wasting | M62.50
joint laxity | laxity, joint instability |
antalgic gait | | R26.89
straight leg raise positive | positive straight leg raise, straight leg raise test positive |
positive tinel sign | positive tinel's sign, positive tinel, tinel's sign |
positive phalen sign | positive phalen's sign, phalen's sign |
positive mcmurray test | positive mcmurray's, positive mcmurray |
warmth | warm to touch, warm to the touch |
[skin]
ecchymosis | ecchymoses |
petechiae | | R23.3
purulence | pus, purulent drainage |
nodule | nodules |
mass | masses |
scar | scars, scarring | L90.5
ulceration | ulcerated |
hyperpigmentation | | L81.4
[neurological]
focal deficit | focal deficits, focal neurological deficit, neurological deficit, neurologic deficit |
decreased sensation | diminished sensation, reduced sensation, altered sensation, loss of sensation to touch | R20.1
hyperreflexia | brisk reflexes | R29.2
nystagmus | | H55.00
ataxia | ataxic | R27.0
spasticity | spastic |
cranial nerves intact | cranial nerves are intact |
[ears nose throat]
enlarged lymph nodes | palpable lymph nodes, swollen nodes | R59.9
pharyngeal erythema | red throat, throat is red, erythematous throat |
tonsillar exudate | exudate, exudates |
bulging eardrum | bulging tympanic membrane |
sinus tenderness | |
[constitutional]
no acute distress | in no distress, acute distress |
well-appearing | well appearing, well nourished |
[renal]
costovertebral angle tenderness | cva tenderness, flank tenderness |
