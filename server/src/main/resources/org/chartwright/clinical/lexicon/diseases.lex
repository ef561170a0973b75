# What clinicians diagnose. name | other ways of saying it | ICD-10-CM code
# [..] names the body system of the lines below it. (word) must be there but is no part of the mention.
[cardiovascular]
hypertension | high blood pressure, elevated blood pressure, htn, hypertensive, high bp, elevated bp, blood pressure is high, pressure is high, essential hypertension, primary hypertension, blood pressure problems, blood pressure has been high, blood pressure being high | I10
hypotension | low blood pressure, hypotensive | I95.9
orthostatic hypotension | orthostatic | I95.1
white coat hypertension | white coat syndrome | R03.0
coronary artery disease | cad, blocked arteries, blocked artery, blockage in my heart, blockages in the heart, coronary disease, coronary atherosclerosis, clogged arteries, hardening of the arteries in the heart | I25.10
heart disease | heart problems, heart trouble, cardiac disease, heart condition, heart issues, cardiac problems, heart problem, cardiac issues | I51.9
congestive heart failure | chf, heart failure, weak heart, cardiac failure, diastolic heart failure, systolic heart failure | I50.9
acute on chronic heart failure | acute heart failure exacerbation, acute heart failure, heart failure exacerbation |
heart attack | myocardial infarction, heart attacks, stemi, nstemi, had an mi, acute mi | I21.9
old myocardial infarction | previous heart attack, prior heart attack | I25.2
angina | angina pectoris, stable angina | I20.9
atrial fibrillation | afib, a fib, a-fib, paroxysmal atrial fibrillation | I48.91
atrial flutter | a flutter | I48.92
arrhythmia | irregular heartbeat, irregular heart beat, abnormal heart rhythm, irregular rhythm, dysrhythmia, arrythmia, heart arrhythmia, irregular heart rhythm | I49.9
supraventricular tachycardia | svt | I47.1
ventricular tachycardia | v tach | I47.2
premature ventricular contractions | pvc | I49.3
heart block | av block | I45.9
bundle branch block | left bundle branch block, right bundle branch block |
sick sinus syndrome | | I49.5
cardiomyopathy | enlarged heart | I42.9
cardiomegaly | | I51.7
left ventricular hypertrophy | lvh, thickened heart muscle | I51.7
mitral regurgitation | mitral valve regurgitation, leaky mitral valve, leaky valve, mitral insufficiency | I34.0
mitral valve prolapse | | I34.1
mitral stenosis | | I05.0
aortic stenosis | aortic valve stenosis, narrowed aortic valve | I35.0
aortic regurgitation | aortic insufficiency | I35.1
tricuspid regurgitation | | I07.1
valvular heart disease | heart valve disease, valve disease, valve problem | I38
endocarditis | | I38
pericarditis | | I31.9
pericardial effusion | | I31.3
myocarditis | | I51.4
cardiac arrest | heart stopped | I46.9
rheumatic fever | | I00
pulmonary hypertension | | I27.20
peripheral artery disease | pad, peripheral vascular disease, pvd, peripheral arterial disease | I73.9
aortic aneurysm | aneurysm | I71.9
abdominal aortic aneurysm | triple a | I71.4
atherosclerosis | hardening of the arteries, plaque buildup, atherosclerotic disease | I70.90
carotid stenosis | carotid artery stenosis, carotid artery disease, blocked carotid, carotid disease | I65.29
deep vein thrombosis | dvt, clot in my leg, blood clot in my leg, blood clot in the leg, clot in the leg | I82.409
blood clot | blood clots, clot, clots, thrombosis |
pulmonary embolism | lung embolism, blood clot in the lung, blood clot in my lung, clot in the lung, pulmonary embolus, blood clots in my lungs | I26.99
varicose veins | varicosities, spider veins, varicose vein | I83.90
venous insufficiency | chronic venous insufficiency, venous stasis | I87.2
phlebitis | thrombophlebitis | I80.9
lymphedema | | I89.0
raynaud's disease | raynaud's, raynaud's phenomenon, raynauds | I73.00
hyperlipidemia | high cholesterol, elevated cholesterol, hypercholesterolemia, dyslipidemia, cholesterol is high, cholesterol problem, high lipids, cholesterol problems, hypercholesteremia, cholesterol is elevated | E78.5
high triglycerides | hypertriglyceridemia, elevated triglycerides | E78.1
stroke | cerebrovascular accident, cva, mini stroke stroke, ischemic stroke, strokes, cerebral infarction | I63.9
transient ischemic attack | tia, mini stroke, ministroke, mini-strokes | G45.9
brain aneurysm | cerebral aneurysm | I67.1
brain bleed | intracranial hemorrhage, bleeding in the brain, subarachnoid hemorrhage | I62.9
subdural hematoma | | I62.00
[respiratory]
asthma | asthmatic, reactive airway disease, asthma attack, asthma attacks, exercise induced asthma | J45.909
copd | chronic obstructive pulmonary disease, copd exacerbation, chronic obstructive lung disease | J44.9
emphysema | | J43.9
chronic bronchitis | | J42
bronchitis | acute bronchitis, chest cold | J40
pneumonia | walking pneumonia, lung infection, community acquired pneumonia, pneumonias | J18.9
aspiration pneumonia | | J69.0
bronchiolitis | | J21.9
bronchiectasis | | J47.9
upper respiratory infection | uri, head cold, common cold, (have a) cold, (had a) cold, (has a) cold, (caught a) cold, (a bad) cold, (the) common cold, (getting a) cold, cold symptoms, (catch a) cold, (many) colds, (frequent) colds, (lot of) colds, upper respiratory tract infection, viral upper respiratory infection, cold virus | J06.9
respiratory infection | respiratory tract infection |
lower respiratory infection | lower respiratory tract infection, chest infection |
viral infection | viral illness, viral syndrome, (a) virus, (a) viral | B34.9
covid-19 | covid, covid 19, coronavirus, covid infection, sars cov 2 | U07.1
long covid | post covid | U09.9
influenza | flu, the flu, stomach flu flu, flu like symptoms | J11.1
croup | | J05.0
rsv infection | rsv, respiratory syncytial virus |
whooping cough | pertussis | A37.90
sinusitis | sinus infection, sinus infections, acute sinusitis, sinus problems, sinus trouble, sinus issues | J32.9
chronic sinusitis | | J32.9
pharyngitis | throat infection | J02.9
strep throat | strep, streptococcal pharyngitis, strep infection | J02.0
tonsillitis | infected tonsils, tonsil infection | J03.90
laryngitis | | J04.0
allergic rhinitis | hay fever, seasonal allergies, hayfever, nasal allergies, seasonal allergy, environmental allergies, pollen allergies, pollen allergy, fall allergies, spring allergies | J30.9
rhinitis | | J31.0
nasal polyps | nasal polyp | J33.9
deviated septum | septal deviation, deviated nasal septum | J34.2
sleep apnea | | G47.30
obstructive sleep apnea | osa | G47.33
lung nodule | pulmonary nodule, spot on my lung, spot on the lung, nodule in my lung, nodule on my lung, nodule in the lung | R91.1
pulmonary fibrosis | scarring of the lungs, idiopathic pulmonary fibrosis, lung scarring | J84.10
interstitial lung disease | | J84.9
pleural effusion | fluid on the lung, fluid around the lung, fluid in my lungs, fluid on my lungs, fluid in the lungs | J90
pulmonary edema | | J81.1
pneumothorax | collapsed lung | J93.9
atelectasis | | J98.11
pleurisy | | R09.1
tuberculosis | tb | A15.9
respiratory failure | | J96.90
hypoxia | low oxygen, oxygen is low, hypoxemia, hypoxic | R09.02
sarcoidosis | sarcoid | D86.9
cystic fibrosis | | E84.9
lung disease | lung problems, breathing condition, pulmonary disease | J98.4
[gastrointestinal]
gastroesophageal reflux disease | gerd, gastroesophageal reflux, acid reflux disease, reflux disease, chronic reflux | K21.9
gastritis | inflamed stomach, inflammation of the stomach | K29.70
gastroenteritis | stomach flu, stomach bug, stomach virus, viral gastroenteritis | K52.9
food poisoning | | A05.9
peptic ulcer disease | stomach ulcer, peptic ulcer, gastric ulcer, stomach ulcers | K27.9
duodenal ulcer | | K26.9
h. pylori infection | h pylori, helicobacter pylori | B96.81
hiatal hernia | | K44.9
inguinal hernia | groin hernia | K40.90
umbilical hernia | belly button hernia | K42.9
ventral hernia | incisional hernia | K43.9
hernia | herniated bowel, hernias | K46.9
barrett's esophagus | barrett's | K22.70
esophagitis | | K20.90
eosinophilic esophagitis | | K20.0
esophageal stricture | narrowing of the esophagus | K22.2
gastroparesis | slow stomach emptying, delayed gastric emptying | K31.84
irritable bowel syndrome | ibs, irritable bowel, spastic colon | K58.9
inflammatory bowel disease | ibd |
crohn's disease | crohn's, crohns, crohn disease, crohns disease | K50.90
ulcerative colitis | | K51.90
colitis | | K52.9
diverticulitis | infected diverticula | K57.92
diverticulosis | diverticular disease, diverticula | K57.90
celiac disease | celiac, celiac sprue, gluten intolerance, gluten sensitivity | K90.0
lactose intolerance | lactose intolerant, can't have dairy | E73.9
appendicitis | | K37
hemorrhoids | hemorrhoid, piles | K64.9
anal fissure | fissure | K60.2
anal fistula | fistula | K60.3
colon polyps | polyps, colon polyp, polyp, colonic polyps | K63.5
bowel obstruction | small bowel obstruction, blocked bowel, intestinal obstruction | K56.609
gallstones | cholelithiasis, gall stones, stones in the gallbladder, gallstone | K80.20
cholecystitis | gallbladder infection, gallbladder disease, inflamed gallbladder, gallbladder problems, gallbladder attack | K81.9
pancreatitis | inflamed pancreas, acute pancreatitis | K85.90
chronic pancreatitis | | K86.1
hepatitis | | K75.9
hepatitis a | hep a | B15.9
hepatitis b | hep b | B19.10
hepatitis c | hep c | B19.20
cirrhosis | scarring of the liver, liver cirrhosis | K74.60
fatty liver disease | fatty liver, nash, nafld, nonalcoholic fatty liver disease | K76.0
liver disease | liver problems, liver failure | K76.9
ascites | fluid in the belly, fluid in my abdomen | R18.8
esophageal varices | | I85.00
gastrointestinal bleeding | gi bleed, gi bleeding, stomach bleeding, intestinal bleeding | K92.2
abscess | boil, boils, infected boil | L02.91
c. difficile infection | c diff, clostridium difficile | A04.72
peritonitis | | K65.9
[genitourinary]
urinary tract infection | uti, bladder infection, urine infection, utis, urinary infection, bladder infections | N39.0
kidney infection | pyelonephritis | N12
cystitis | | N30.90
interstitial cystitis | painful bladder syndrome | N30.10
kidney stones | kidney stone, nephrolithiasis, renal stone, renal stones, renal calculi, passed a stone, stone in my kidney, renal calculus | N20.0
hydronephrosis | swelling of the kidney | N13.30
chronic kidney disease | ckd, chronic renal insufficiency, kidney disease, renal insufficiency, kidney problems, poor kidney function, chronic renal disease, renal disease, chronic renal failure | N18.9
stage 3 chronic kidney disease | stage three chronic kidney disease, chronic kidney disease stage three, ckd stage 3, chronic kidney disease stage 3, stage 3 ckd, stage three ckd, stage iii chronic kidney disease, stage 3 kidney disease | N18.30
kidney failure | renal failure | N19
acute kidney injury | acute renal failure, aki, acute kidney failure | N17.9
end stage renal disease | esrd, end stage kidney disease | N18.6
polycystic kidney disease | | Q61.3
kidney cyst | renal cyst | N28.1
proteinuria | protein in the urine, protein in my urine, protein in your urine | R80.9
benign prostatic hyperplasia | bph, enlarged prostate, big prostate, prostate is enlarged, prostate enlargement, benign prostatic hypertrophy, prostate problems | N40.0
prostatitis | prostate infection | N41.9
overactive bladder | oab | N32.81
stress incontinence | | N39.3
neurogenic bladder | | N31.9
hydrocele | | N43.3
varicocele | | I86.1
epididymitis | | N45.1
testicular torsion | | N44.00
undescended testicle | cryptorchidism | Q53.9
phimosis | | N47.1
urethral stricture | | N35.9
sexually transmitted infection | std, sti, sexually transmitted disease, stds, venereal disease | A64
chlamydia | | A74.9
gonorrhea | | A54.9
syphilis | | A53.9
genital herpes | herpes | A60.9
genital warts | condyloma | A63.0
human papillomavirus infection | hpv, human papilloma virus |
trichomoniasis | trichomonas, trich | A59.9
hiv infection | hiv, hiv positive, hiv disease | B20
yeast infection | candida, vaginal yeast infection, thrush infection, candidiasis | B37.9
bacterial vaginosis | bv |
pelvic inflammatory disease | pid | N73.9
endometriosis | | N80.9
uterine fibroids | fibroids, fibroid, uterine fibroid, leiomyoma | D25.9
ovarian cyst | ovarian cysts, cyst on my ovary, cysts on my ovaries | N83.20
polycystic ovary syndrome | pcos, polycystic ovarian syndrome, polycystic ovaries | E28.2
uterine prolapse | prolapsed uterus, pelvic organ prolapse | N81.4
infertility | trouble getting pregnant, infertile |
menopause | going through menopause, menopausal, perimenopause, postmenopausal, the change of life, perimenopausal | Z78.0
pregnancy | pregnant, expecting, pregnancies, expecting a baby |
miscarriage | miscarriages, spontaneous abortion, lost the pregnancy | O03.9
ectopic pregnancy | tubal pregnancy | O00.90
gestational diabetes | | O24.419
preeclampsia | pre eclampsia, toxemia | O14.90
mastitis | | N61.0
fibrocystic breast disease | fibrocystic breasts, breast cyst, breast cysts | N60.19
cervical dysplasia | | N87.9
[endocrine]
diabetes | diabetes mellitus, diabetic, sugar diabetes, sugar disease, diabetics | E11.9
type 2 diabetes | type two diabetes, diabetes type two, diabetes type 2, type ii diabetes, adult onset diabetes, type 2 diabetes mellitus, non insulin dependent diabetes, diabetes mellitus type 2, type two diabetic, type 2 diabetic, type two diabetes mellitus, diabetes mellitus type two, type ii diabetes mellitus, t2dm | E11.9
type 1 diabetes | type one diabetes, diabetes type one, diabetes type 1, juvenile diabetes, type i diabetes, type 1 diabetic, type one diabetic, insulin dependent diabetes, type 1 diabetes mellitus, type one diabetes mellitus | E10.9
prediabetes | prediabetic, pre diabetes, borderline diabetes, borderline diabetic, pre diabetic, impaired glucose tolerance | R73.03
diabetic neuropathy | diabetic nerve damage, diabetic peripheral neuropathy | E11.40
diabetic retinopathy | | E11.319
diabetic ketoacidosis | dka | E11.10
diabetic nephropathy | diabetic kidney disease | E11.21
insulin resistance | |
metabolic syndrome | | E88.81
high blood sugar | hyperglycemia, sugars are high, blood sugar is high, elevated blood sugar, blood sugars are high, high blood sugars, elevated glucose, high sugar, sugar is high, elevated blood sugars, blood sugars have been high | R73.9
low blood sugar | hypoglycemia, sugar drops, blood sugar drops, low blood sugars, hypoglycemic, low sugar, low sugars | E16.2
hypothyroidism | underactive thyroid, low thyroid, hypothyroid, slow thyroid, thyroid is low, sluggish thyroid | E03.9
hyperthyroidism | overactive thyroid, hyperthyroid, high thyroid | E05.90
thyroid disease | thyroid problems, thyroid condition, thyroid disorder, thyroid problem, thyroid issues, thyroid trouble | E07.9
hashimoto's thyroiditis | hashimoto's, hashimotos, hashimoto's disease | E06.3
graves' disease | graves disease, graves | E05.00
thyroid nodule | lump on my thyroid, thyroid nodules, nodule on my thyroid, nodule on the thyroid | E04.1
goiter | enlarged thyroid, thyromegaly | E04.9
thyroiditis | | E06.9
hyperparathyroidism | | E21.3
hypercalcemia | high calcium, elevated calcium, calcium is high | E83.52
hypocalcemia | low calcium | E83.51
hypokalemia | low potassium, potassium is low | E87.6
hyperkalemia | high potassium, elevated potassium, potassium is high | E87.5
hyponatremia | low sodium, sodium is low | E87.1
hypernatremia | | E87.0
adrenal insufficiency | addison's disease, addison's | E27.40
cushing's syndrome | cushing's, cushing's disease, cushings | E24.9
acromegaly | | E22.0
hypogonadism | low testosterone, low t, testosterone is low | E29.1
vitamin d deficiency | low vitamin d, vitamin d is low | E55.9
vitamin b12 deficiency | low b12, b12 deficiency, b12 is low, low vitamin b12 | E53.8
obesity | obese, overweight, morbid obesity, morbidly obese, weight problem | E66.9
dehydration | dehydrated | E86.0
malnutrition | malnourished | E46
gout | gouty arthritis, gout attack, gout flare, gout attacks | M10.9
osteoporosis | brittle bones, thin bones | M81.0
osteopenia | low bone density, low bone mass | M85.80
electrolyte imbalance | electrolytes are off, electrolyte abnormality | E87.8
hyperprolactinemia | high prolactin | E22.1
pituitary adenoma | pituitary tumor | D35.2
[hematologic]
anemia | anemic, low blood count, low blood counts, low iron blood, low hemoglobin, blood count is low, hemoglobin is low | D64.9
iron deficiency anemia | iron deficiency, low iron, iron is low, iron deficient | D50.9
pernicious anemia | | D51.0
sickle cell disease | sickle cell, sickle cell anemia | D57.1
sickle cell trait | | D57.3
thalassemia | | D56.9
hemophilia | | D66
von willebrand disease | von willebrand's disease | D68.0
thrombocytopenia | low platelets, low platelet count, platelets are low | D69.6
leukopenia | low white blood cell count, low white count | D72.819
leukocytosis | elevated white count, high white count, high white blood cell count, elevated white blood cell count | D72.829
polycythemia | | D75.1
polycythemia vera | | D45
hemochromatosis | iron overload | E83.119
bleeding disorder | bleeding problems, clotting disorder, bleeding disorders, blood disorder, blood disorders | D68.9
factor v leiden | | D68.51
leukemia | blood cancer | C95.90
lymphoma | | C85.90
hodgkin's lymphoma | hodgkin's, hodgkin's disease, hodgkin lymphoma | C81.90
non-hodgkin's lymphoma | non hodgkin's, non hodgkin lymphoma | C85.90
multiple myeloma | myeloma | C90.00
lymphadenopathy | adenopathy, cervical lymphadenopathy | R59.9
[oncologic]
cancer | malignancy, carcinoma, malignant, malignant tumor, cancers, cancerous | C80.1
tumor | tumors, tumour, neoplasm | D49.9
breast cancer | cancer of the breast, breast carcinoma | C50.9
lung cancer | cancer of the lung, lung carcinoma | C34.90
colon cancer | cancer of the colon, colorectal cancer, bowel cancer | C18.9
rectal cancer | | C20
prostate cancer | cancer of the prostate | C61
pancreatic cancer | cancer of the pancreas | C25.9
stomach cancer | gastric cancer | C16.9
esophageal cancer | | C15.9
liver cancer | | C22.9
hepatocellular carcinoma | | C22.0
kidney cancer | renal cell carcinoma, renal cancer | C64.9
bladder cancer | | C67.9
ovarian cancer | | C56.9
uterine cancer | endometrial cancer | C55
cervical cancer | cancer of the cervix | C53.9
testicular cancer | | C62.90
thyroid cancer | | C73
brain tumor | | D49.6
brain cancer | glioblastoma | C71.9
throat cancer | | C14.0
oral cancer | mouth cancer | C06.9
skin cancer | skin cancers | C44.90
melanoma | | C43.9
basal cell carcinoma | basal cell, basal cell cancer | C44.91
squamous cell carcinoma | squamous cell, squamous cell cancer | C44.92
bone cancer | | C41.9
metastatic cancer | metastasis, metastases, metastatic disease, cancer has spread, metastatic, mets | C79.9
lipoma | fatty tumor, fatty lump | D17.9
mesothelioma | | C45.9
[musculoskeletal]
osteoarthritis | degenerative joint disease, wear and tear arthritis, degenerative arthritis, djd, arthritic changes, degenerative changes | M19.90
knee osteoarthritis | arthritis in my knee, osteoarthritis of the knee, knee arthritis, arthritis of the knee, arthritis in your knee, osteoarthritis of your knee | M17.9
hip osteoarthritis | arthritis in my hip, osteoarthritis of the hip, hip arthritis, arthritis of the hip | M16.9
arthritis | arthritic, joint disease | M19.90
rheumatoid arthritis | rheumatoid | M06.9
psoriatic arthritis | | L40.50
juvenile arthritis | juvenile rheumatoid arthritis | M08.90
ankylosing spondylitis | | M45.9
lupus | systemic lupus erythematosus, sle | M32.9
fibromyalgia | fibro | M79.7
polymyalgia rheumatica | pmr | M35.3
giant cell arteritis | temporal arteritis | M31.6
scleroderma | | M34.9
sjogren's syndrome | sjogren's, sjogrens | M35.00
vasculitis | | I77.6
autoimmune disease | autoimmune disorder, autoimmune condition, autoimmune diseases |
pseudogout | | M11.20
septic arthritis | infected joint | M00.9
carpal tunnel syndrome | carpal tunnel | G56.00
cubital tunnel syndrome | ulnar neuropathy, ulnar nerve entrapment, cubital tunnel | G56.20
tennis elbow | lateral epicondylitis | M77.10
golfer's elbow | medial epicondylitis, golfers elbow | M77.00
rotator cuff tear | torn rotator cuff, rotator cuff injury, rotator cuff problem, rotator cuff tears | M75.100
rotator cuff tendinopathy | rotator cuff tendonitis, rotator cuff tendinitis, rotator cuff syndrome |
shoulder impingement | impingement syndrome, impingement, shoulder impingement syndrome | M75.40
frozen shoulder | adhesive capsulitis | M75.00
bursitis | | M71.9
shoulder bursitis | subacromial bursitis | M75.50
hip bursitis | trochanteric bursitis, greater trochanteric bursitis, greater trochanteric pain syndrome | M70.60
olecranon bursitis | elbow bursitis | M70.20
biceps tendinitis | bicipital tendonitis, biceps tendonitis | M75.20
tendinitis | tendonitis, tendinopathy, inflamed tendon, tendinosis | M77.9
achilles tendinitis | achilles tendonitis, achilles tendinopathy | M76.60
achilles tendon rupture | torn achilles, ruptured achilles, achilles rupture |
patellar tendinitis | jumper's knee, patellar tendonitis, patellar tendinopathy | M76.50
patellofemoral pain syndrome | patellofemoral pain, runner's knee, patellofemoral syndrome, chondromalacia patella | M22.2
iliotibial band syndrome | it band syndrome, iliotibial band | M76.30
trigger finger | | M65.30
de quervain's tenosynovitis | de quervain's | M65.4
tenosynovitis | | M65.9
ganglion cyst | ganglion | M67.40
dupuytren's contracture | dupuytren's | M72.0
plantar fasciitis | | M72.2
bunion | hallux valgus, bunions | M20.10
hammertoe | hammer toe, hammer toes | M20.40
flat feet | flat foot, pes planus, fallen arches | M21.40
heel spur | bone spur, bone spurs, heel spurs, osteophytes |
morton's neuroma | neuroma | G57.60
metatarsalgia | | M77.40
meniscus tear | torn meniscus, meniscal tear, torn cartilage, medial meniscus tear, lateral meniscus tear, meniscus injury, meniscal injury | S83.209
acl tear | torn acl, anterior cruciate ligament tear, acl injury, ruptured acl, torn anterior cruciate ligament, acl rupture | S83.519
mcl sprain | torn mcl, mcl tear, medial collateral ligament sprain, mcl strain, medial collateral ligament strain, mcl injury | S83.419
baker's cyst | bakers cyst, popliteal cyst | M71.20
labral tear | torn labrum |
sprain | sprained, sprains, ligament sprain |
ankle sprain | sprained ankle, sprained my ankle, rolled my ankle, twisted my ankle, twisted ankle, rolled ankle, sprained left ankle, sprained right ankle, lateral ankle sprain | S93.409
wrist sprain | sprained wrist, sprained my wrist | S63.509
strain | strained, pulled muscle, muscle strain, pulled a muscle, muscle tear, strains |
low back strain | lumbar strain, pulled my back, strained my back, threw out my back, low back sprain, lumbar sprain, threw my back out, acute lumbar strain | S39.012
neck strain | whiplash, cervical strain | S16.1
hamstring strain | pulled hamstring, hamstring injury |
contusion | |
fracture | broken bone, broken, fractured, broken bones, (my) broke, broke my, broke her, broke his |
hip fracture | broken hip, broke my hip, broke her hip, hip fractures | S72.009
wrist fracture | broken wrist, broke my wrist, distal radius fracture |
ankle fracture | broken ankle, broke my ankle |
rib fracture | broken ribs, broken rib, cracked ribs, cracked rib, rib fractures | S22.39
stress fracture | | M84.30
compression fracture | vertebral fracture, vertebral compression fracture |
dislocation | dislocated, out of joint, popped out of place |
shoulder dislocation | dislocated shoulder, dislocated my shoulder | S43.006
degenerative disc disease | disc degeneration, degenerative disk disease, bad discs, disk degeneration | M51.9
herniated disc | slipped disc, bulging disc, disc herniation, herniated disk, slipped disk, disc bulge, ruptured disc, bulging disk, disk herniation, herniated discs, disc bulges |
spinal stenosis | lumbar stenosis, narrowing of the spine, lumbar spinal stenosis, stenosis | M48.00
sciatica | sciatic nerve pain, sciatic nerve, sciatic | M54.30
radiculopathy | pinched nerve, lumbar radiculopathy, cervical radiculopathy, nerve impingement, radicular pain | M54.10
spondylolisthesis | | M43.10
spondylosis | | M47.9
scoliosis | curvature of the spine, curved spine | M41.9
kyphosis | hunchback | M40.209
sacroiliitis | | M46.1
costochondritis | | M94.0
tmj disorder | tmj, temporomandibular joint disorder | M26.609
osteomyelitis | bone infection | M86.9
avascular necrosis | osteonecrosis | M87.9
muscular dystrophy | | G71.00
joint effusion | fluid on the knee, fluid in the knee, knee effusion, effusion, fluid in the joint, fluid on my knee | M25.40
rhabdomyolysis | | M62.82
torticollis | wry neck | M43.6
[skin]
eczema | atopic dermatitis, eczematous | L30.9
dermatitis | skin inflammation | L30.9
contact dermatitis | | L25.9
seborrheic dermatitis | cradle cap | L21.9
poison ivy | poison oak, poison sumac | L23.7
psoriasis | | L40.9
acne | pimples, zits, pimple, cystic acne | L70.9
rosacea | | L71.9
cellulitis | skin infection, infected skin | L03.90
impetigo | | L01.00
shingles | herpes zoster, zoster | B02.9
postherpetic neuralgia | | B02.29
chickenpox | chicken pox, varicella | B01.9
cold sore | fever blister, cold sores, oral herpes | B00.1
warts | wart, plantar wart | B07.9
ringworm | tinea, tinea corporis | B35.4
athlete's foot | tinea pedis, foot fungus | B35.3
jock itch | tinea cruris | B35.6
toenail fungus | nail fungus, onychomycosis, fungal nail | B35.1
fungal infection | fungus | B49
scabies | | B86
head lice | lice | B85.0
ingrown toenail | ingrown nail | L60.0
skin tag | skin tags | L91.8
actinic keratosis | precancerous spot, sun spots, actinic keratoses | L57.0
seborrheic keratosis | seborrheic keratoses | L82.1
keloid | | L91.0
sebaceous cyst | epidermal cyst, epidermoid cyst | L72.3
cyst | cysts |
vitiligo | | L80
hidradenitis suppurativa | hidradenitis | L73.2
diaper rash | | L22
pressure ulcer | bed sore, bedsore, bed sores, pressure sore, decubitus ulcer | L89.90
diabetic foot ulcer | | E11.621
ulcer | ulcers, foot ulcer, foot ulcers, skin ulcer, leg ulcer |
hyperhidrosis | | R61
callus | corns, calluses | L84
hand foot and mouth disease | hand foot and mouth | B08.4
mrsa infection | mrsa, staph infection, staph | A49.02
[neurological]
migraine | migraines, migraine headache, migraine headaches, complex migraine | G43.909
tension headache | tension headaches, tension type headache | G44.209
cluster headache | cluster headaches | G44.009
epilepsy | seizure disorder | G40.909
multiple sclerosis | m s | G35
parkinson's disease | parkinson's, parkinsons, parkinson disease | G20
neurological disorder | neurologic disorder, neurological disease, neurological problem, neurological problems |
essential tremor | | G25.0
alzheimer's disease | alzheimer's, alzheimers, alzheimer disease | G30.9
dementia | senile | F03.90
mild cognitive impairment | cognitive impairment, cognitive decline | G31.84
peripheral neuropathy | neuropathy, nerve damage, polyneuropathy | G62.9
concussion | concussions | S06.0
traumatic brain injury | tbi, brain injury | S06.9
bell's palsy | facial palsy, bells palsy | G51.0
trigeminal neuralgia | | G50.0
meningitis | | G03.9
encephalitis | | G04.90
guillain-barre syndrome | guillain barre | G61.0
als | amyotrophic lateral sclerosis, lou gehrig's disease | G12.21
myasthenia gravis | | G70.00
huntington's disease | huntington's | G10
cerebral palsy | | G80.9
spina bifida | | Q05.9
hydrocephalus | | G91.9
spinal cord injury | |
narcolepsy | | G47.419
restless legs syndrome | restless leg syndrome, rls | G25.81
benign positional vertigo | bppv, benign paroxysmal positional vertigo, positional vertigo, crystals in my ear | H81.10
meniere's disease | meniere's, menieres | H81.09
vestibular neuritis | labyrinthitis | H81.20
complex regional pain syndrome | crps, reflex sympathetic dystrophy | G90.50
chronic pain | chronic pain syndrome | G89.29
autism | autism spectrum disorder, autistic, asperger's | F84.0
developmental delay | developmental delays, delayed development | R62.50
learning disability | dyslexia, learning disorder | F81.9
down syndrome | down's syndrome | Q90.9
[psychiatric]
depression | depressed, clinical depression, major depression, depressive, major depressive disorder, depressive disorder, depressive episodes, depressive episode | F32.A
postpartum depression | | F53.0
anxiety disorder | anxiety attacks, anxiety attack | F41.9
generalized anxiety disorder | generalized anxiety, gad | F41.1
social anxiety | social phobia, social anxiety disorder | F40.10
panic disorder | | F41.0
bipolar disorder | bipolar, manic depression, manic depressive, bipolar depression | F31.9
schizophrenia | | F20.9
schizoaffective disorder | | F25.9
psychosis | psychotic, psychotic episode | F29
mania | manic, manic episode | F30.9
post-traumatic stress disorder | ptsd, post traumatic stress, posttraumatic stress disorder | F43.10
obsessive-compulsive disorder | ocd, obsessive compulsive | F42.9
attention deficit hyperactivity disorder | adhd, attention deficit, attention deficit disorder, hyperactive, hyperactivity | F90.9
eating disorder | anorexia nervosa, bulimia | F50.9
personality disorder | borderline personality disorder, borderline personality | F60.9
adjustment disorder | | F43.20
alcohol use disorder | alcoholism, alcoholic, alcohol abuse, drinking problem, alcohol dependence, alcohol addiction, alcoholics |
substance use disorder | drug abuse, drug addiction, substance abuse, addiction, addicted, drug problem, addict, drug dependence |
opioid use disorder | opioid addiction, opioid dependence, heroin addiction, opiate dependence | F11.20
alcohol withdrawal | | F10.239
suicide attempt | attempted suicide, tried to kill myself, suicide attempts, suicidal attempt, overdose, overdosed | T14.91
intellectual disability | mental retardation | F79
oppositional defiant disorder | | F91.3
mental illness | psychiatric disorder, mental health problems, mental health issues, psychiatric problems, mental health condition, psychiatric illness | F99
[eyes]
glaucoma | | H40.9
cataract | cataracts | H26.9
macular degeneration | | H35.30
conjunctivitis | pink eye, pinkeye | H10.9
stye | sty | H00.019
chalazion | | H00.19
blepharitis | | H01.009
retinal detachment | detached retina |
corneal abrasion | scratched cornea | S05.00
nearsightedness | near sighted, myopia, nearsighted | H52.10
farsightedness | hyperopia, farsighted | H52.00
astigmatism | | H52.209
blindness | blind, legally blind |
strabismus | lazy eye, crossed eyes | H50.9
uveitis | iritis | H20.9
[ears nose throat]
ear infection | otitis media, ear infections, middle ear infection, otitis | H66.90
swimmer's ear | otitis externa, outer ear infection | H60.90
ear wax | earwax, cerumen impaction, wax buildup, cerumen, impacted cerumen | H61.20
perforated eardrum | ruptured eardrum, ruptured ear drum, hole in my eardrum, burst eardrum | H72.90
thrush | oral thrush, oral candidiasis | B37.0
gingivitis | gum disease | K05.10
tooth abscess | dental abscess, infected tooth, abscessed tooth | K04.7
cavity | cavities, tooth decay, dental caries | K02.9
teeth grinding | bruxism, grinding my teeth, grind my teeth | F45.8
enlarged tonsils | tonsillar hypertrophy | J35.1
mononucleosis | mono, infectious mononucleosis | B27.90
vocal cord nodules | vocal cord polyp, vocal cord nodule | J38.2
[infectious]
infection | infected, infections, infectious, infect |
sepsis | blood infection, septic, blood poisoning | A41.9
lyme disease | lyme | A69.20
malaria | | B54
measles | | B05.9
mumps | | B26.9
rubella | german measles | B06.9
fifth disease | | B08.3
scarlet fever | | A38.9
meningococcal disease | | A39.9
toxoplasmosis | | B58.9
polio | poliomyelitis | A80.9
parasites | pinworms, parasite | B89
inflammation | inflamed, inflammatory |
[allergic]
anaphylaxis | anaphylactic shock, anaphylactic reaction, anaphylactic | T78.2
food allergy | food allergies | Z91.018
allergic reaction | allergic reactions | T78.40
peanut allergy | allergic to peanuts | Z91.010
angioedema | throat swelling, swelling of the throat, tongue swelling, lip swelling, swelling of my lips, face swelled up | T78.3
[congenital]
congenital heart disease | heart defect, hole in my heart, hole in the heart, congenital heart defect | Q24.9
cleft palate | cleft lip | Q35.9
birth defect | birth defects, congenital anomaly, congenital defects | Q89.9
clubfoot | club foot | Q66.89
prematurity | premature, born early, preemie, premature birth, preterm | P07.30
failure to thrive | | R62.51
colic | colicky | R10.83
febrile seizure | febrile seizures | R56.00
[trauma]
motor vehicle accident | car accident, mva, car crash, car wreck, auto accident, motor vehicle collision, rear ended, motorcycle accident, vehicle accident |
gunshot wound | gun shot wound, got shot, been shot |
whiplash injury | | S13.4
animal bite | |
