# What measures or shows something. name | other ways of saying it |
[vital signs]
blood pressure | bp, blood pressures, blood pressure reading, blood pressure readings, systolic, diastolic |
heart rate | pulse, pulse rate, heart rates, resting heart rate |
respiratory rate | respirations, respiration rate, breathing rate |
temperature | temp, body temperature |
oxygen saturation | o2 sat, pulse ox, oxygen level, oxygen levels, o2 saturation, spo2, pulse oximetry, sat, sats, o2 sats, oxygen sats |
weight | body weight |
height | |
body mass index | bmi |
vital signs | vitals, vital sign |
pain score | pain scale |
peak flow | |
[laboratory]
hemoglobin a1c | a1c, hba1c, hemoglobin a one c, a one c, glycated hemoglobin, a 1c, hemoglobin a 1c |
blood sugar | blood glucose, glucose, sugars, blood sugars, sugar level, blood sugar level, blood sugar levels, fasting sugar, fasting blood sugar, fasting glucose, glucose level, sugar levels, glucose levels, blood sugar readings, fingerstick |
hemoglobin | hgb |
hematocrit | |
complete blood count | cbc, blood count, full blood count, blood counts |
white blood cell count | wbc, white count, white blood cells, white cell count, white blood count |
platelet count | platelets |
comprehensive metabolic panel | cmp, chem panel, metabolic panel, complete metabolic panel |
basic metabolic panel | bmp |
electrolytes | electrolyte panel |
creatinine | creatinine level, serum creatinine |
blood urea nitrogen | bun |
glomerular filtration rate | gfr, egfr, kidney function, kidney function test, renal function |
potassium | potassium level |
sodium level | serum sodium |
calcium level | serum calcium |
magnesium level | |
cholesterol | cholesterol level, cholesterol levels, total cholesterol |
lipid panel | lipid profile, lipids, cholesterol panel, fasting lipids, fasting lipid panel |
ldl cholesterol | ldl, bad cholesterol |
hdl cholesterol | hdl, good cholesterol |
triglycerides | triglyceride level |
liver function tests | liver function, lfts, liver enzymes, liver panel, liver function test, liver tests, hepatic function panel |
alanine aminotransferase | alt |
aspartate aminotransferase | ast |
bilirubin | |
albumin | |
lipase | amylase |
thyroid function test | thyroid function, thyroid panel, thyroid labs, thyroid function tests, thyroid level, thyroid levels, thyroid test |
tsh | thyroid stimulating hormone, tsh level |
free t4 | t4, t3 |
vitamin d level | |
vitamin b12 level | b12 level |
iron studies | iron level, ferritin, iron panel, iron levels |
uric acid | uric acid level |
sedimentation rate | esr, sed rate |
c-reactive protein | crp |
rheumatoid factor | |
antinuclear antibody | ana |
autoimmune panel | |
troponin | troponins, cardiac enzymes |
brain natriuretic peptide | bnp |
d-dimer | d dimer |
prothrombin time | inr, pt inr, coagulation studies |
prostate specific antigen | psa |
urinalysis | urine test, urine sample, urine analysis, urine specimen, urine dip, dipstick |
urine culture | |
urine protein | microalbumin, urine microalbumin, 24 hour urine |
blood culture | blood cultures |
throat culture | throat swab |
rapid strep test | strep test, rapid strep, strep swab |
flu test | influenza test, flu swab |
covid test | covid-19 test, covid swab, rapid covid test, pcr test |
sputum culture | |
stool sample | stool test, stool study, stool studies, stool culture, fecal occult blood test, hemoccult, cologuard |
pregnancy test | hcg, beta hcg, urine pregnancy test |
drug screen | urine drug screen, drug test, toxicology screen |
hiv test | hiv testing |
hepatitis panel | hepatitis screen |
lyme titer | lyme test |
tuberculin skin test | ppd, tb test, tb skin test |
blood gas | arterial blood gas, abg |
blood test | blood tests, blood work, bloodwork, labs, lab work, lab tests, laboratory work, lab test, labwork, blood draw, lab results, blood panel, laboratory tests |
genetic testing | genetic test, genetic tests |
allergy testing | allergy test, skin prick test, allergy skin test |
tumor markers | |
estrogen level | hormone levels, hormone level |
testosterone level | |
cortisol level | |
semen analysis | |
[imaging]
x-ray | xray, x ray, xrays, radiograph, radiographs, plain films, plain film |
chest x-ray | chest xray, chest x ray, chest radiograph, chest film |
knee x-ray | x-ray of the knee, x-ray of your knee, x-rays of the knee |
ct scan | cat scan, ct, computed tomography, cts, cat scans |
ct angiogram | cta, ct angiography |
mri | magnetic resonance imaging, mri scan, mris |
mra | |
ultrasound | sonogram, ultrasounds, ultrasonography, sonography, doppler |
renal ultrasound | kidney ultrasound |
abdominal ultrasound | |
pelvic ultrasound | transvaginal ultrasound |
venous doppler | duplex, duplex ultrasound, venous duplex |
echocardiogram | echo, cardiac echo, heart ultrasound, echocardiography, transthoracic echocardiogram |
transesophageal echocardiogram | tee |
mammogram | mammography, mammograms |
bone density scan | dexa scan, dexa, bone density, bone density test, bone scan |
pet scan | |
nuclear scan | hida scan, thyroid uptake scan |
barium swallow | swallow study, upper gi series, barium study, modified barium swallow |
myelogram | |
[cardiac]
electrocardiogram | ekg, ecg, e k g, electrocardiograms, ekgs |
stress test | cardiac stress test, treadmill test, nuclear stress test, exercise stress test, stress tests, stress echo |
holter monitor | heart monitor, event monitor, holter, cardiac monitor |
ejection fraction | |
coronary angiogram | angiogram, angiography |
[pulmonary]
pulmonary function test | pfts, pft, lung function test, breathing test, spirometry, pulmonary function tests, lung function |
sleep study | polysomnogram, sleep test, sleep studies |
[neurological]
electroencephalogram | eeg |
electromyography | emg, nerve conduction study, nerve conduction studies, emg study, nerve study, nerve conduction |
lumbar puncture | spinal tap |
cognitive test | memory test, mini mental status exam, mini mental state exam |
[endoscopic]
colonoscopy | colonoscopies |
endoscopy | egd, upper endoscopy, esophagogastroduodenoscopy |
sigmoidoscopy | |
cystoscopy | |
bronchoscopy | |
laryngoscopy | |
[gynecologic]
pap smear | pap test, pap smears, pap |
pelvic exam | pelvic examination |
breast exam | breast examination, self breast exam |
amniocentesis | |
[screening]
eye exam | eye examination, eye test, vision test, dilated eye exam |
hearing test | audiogram, hearing exam |
physical exam | physical examination, physical, examination, exam |
foot exam | diabetic foot exam |
rectal exam | digital rectal exam, rectal examination, prostate exam |
depression screening | depression screen, phq 9 |
biopsy | biopsies, needle biopsy, skin biopsy |
fine needle aspiration | needle aspiration |
pathology | pathology report |
range of motion | rom |
straight leg raise | straight leg test, straight leg raises |
mcmurray test | mcmurray's test, mcmurray's |
lachman test | lachman's, lachman's test |
grip strength | |
reflexes | deep tendon reflexes, dtrs |
culture | cultures |
screening | cancer screening |
