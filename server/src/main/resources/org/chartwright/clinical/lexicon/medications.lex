# Drugs. generic name | other generic names in lower case, Brand Names with a capital | RxNorm code of the ingredient
# [..] names the class of the lines below it.
[analgesic]
acetaminophen | Tylenol, paracetamol, Panadol, Tempra |
ibuprofen | Advil, Motrin |
naproxen | Aleve, Naprosyn, Anaprox |
aspirin | baby aspirin, Bayer, Ecotrin, Bufferin | 1191
meloxicam | Mobic |
diclofenac | Voltaren, Cataflam | 3355
celecoxib | Celebrex | 140587
indomethacin | Indocin |
ketorolac | Toradol |
etodolac | Lodine |
nabumetone | Relafen |
piroxicam | Feldene |
flurbiprofen | Ansaid | 4502
oxaprozin | Daypro |
tramadol | Ultram | 10689
hydrocodone | Norco, Vicodin, Lortab, hydrocodone and acetaminophen |
oxycodone | Percocet, OxyContin, Roxicodone, Endocet | 7804
hydromorphone | Dilaudid |
morphine | MS Contin | 7052
codeine | Tylenol with codeine, Tylenol 3 | 2670
fentanyl | Duragesic | 4337
methadone | | 6813
meperidine | Demerol |
propoxyphene | Darvocet, Darvon |
buprenorphine | Suboxone, Subutex |
tapentadol | Nucynta |
butalbital | Fioricet, Fiorinal |
naloxone | Narcan | 7242
naltrexone | Vivitrol | 7243
lidocaine | Lidoderm, Xylocaine, lidocaine patch | 6387
capsaicin | |
[muscle relaxant]
cyclobenzaprine | Flexeril |
methocarbamol | Robaxin |
tizanidine | Zanaflex |
baclofen | |
carisoprodol | Soma | 2101
metaxalone | Skelaxin |
orphenadrine | |
[anticonvulsant]
gabapentin | Neurontin |
pregabalin | Lyrica |
topiramate | Topamax |
levetiracetam | Keppra |
lamotrigine | Lamictal | 28439
carbamazepine | Tegretol | 2002
oxcarbazepine | Trileptal | 32624
phenytoin | Dilantin | 8183
valproic acid | Depakene | 11118
divalproex sodium | Depakote, divalproex | 266856
phenobarbital | |
zonisamide | Zonegran |
clobazam | | 21241
brivaracetam | | 1739745
[ace inhibitor]
lisinopril | Zestril, Prinivil |
enalapril | Vasotec |
benazepril | Lotensin |
ramipril | Altace |
captopril | | 1998
quinapril | Accupril |
fosinopril | |
[angiotensin receptor blocker]
losartan | Cozaar, Hyzaar |
valsartan | Diovan |
irbesartan | Avapro |
olmesartan | Benicar |
candesartan | Atacand |
telmisartan | Micardis |
sacubitril | Entresto |
[beta blocker]
metoprolol | Lopressor, Toprol, Toprol XL, metoprolol succinate, metoprolol tartrate | 6918
atenolol | Tenormin |
carvedilol | Coreg | 20352
propranolol | Inderal | 8787
bisoprolol | |
labetalol | |
nadolol | |
nebivolol | Bystolic |
timolol | | 10600
sotalol | |
[calcium channel blocker]
amlodipine | Norvasc |
diltiazem | Cardizem |
verapamil | Calan |
nifedipine | Procardia, Adalat |
felodipine | |
[diuretic]
hydrochlorothiazide | hctz | 5487
chlorthalidone | |
furosemide | Lasix | 4603
torsemide | Demadex |
bumetanide | Bumex |
spironolactone | Aldactone | 9997
triamterene | Dyazide, Maxzide |
metolazone | Zaroxolyn |
acetazolamide | Diamox |
[antihypertensive]
clonidine | Catapres |
hydralazine | | 5470
doxazosin | Cardura |
prazosin | Minipress |
terazosin | Hytrin |
minoxidil | Rogaine |
[antianginal]
nitroglycerin | Nitrostat, nitro |
isosorbide mononitrate | Imdur |
isosorbide dinitrate | Isordil | 6058
ranolazine | Ranexa |
[antiarrhythmic]
digoxin | Lanoxin | 3407
amiodarone | Cordarone, Pacerone |
flecainide | | 4441
propafenone | | 8754
[statin]
atorvastatin | Lipitor | 83367
rosuvastatin | Crestor | 301542
simvastatin | Zocor | 36567
pravastatin | Pravachol | 42463
lovastatin | Mevacor |
[lipid lowering]
ezetimibe | Zetia, Vytorin |
fenofibrate | Tricor |
gemfibrozil | Lopid |
niacin | Niaspan |
omega-3 fatty acids | fish oil, omega 3, Lovaza |
colesevelam | Welchol |
cholestyramine | Questran |
[anticoagulant]
warfarin | Coumadin | 11289
apixaban | Eliquis |
rivaroxaban | Xarelto |
dabigatran | Pradaxa |
enoxaparin | Lovenox |
heparin | |
[antiplatelet]
clopidogrel | Plavix | 32968
ticagrelor | Brilinta |
prasugrel | Effient |
dipyridamole | Aggrenox |
cilostazol | Pletal |
[antidiabetic]
metformin | Glucophage | 6809
glipizide | Glucotrol | 4821
glyburide | Micronase, DiaBeta | 4815
glimepiride | Amaryl | 25789
pioglitazone | Actos |
rosiglitazone | Avandia | 84108
sitagliptin | Januvia, Janumet |
linagliptin | Tradjenta |
saxagliptin | Onglyza |
empagliflozin | Jardiance |
dapagliflozin | Farxiga |
canagliflozin | Invokana |
semaglutide | Ozempic, Rybelsus, Wegovy |
dulaglutide | Trulicity |
liraglutide | Victoza, Saxenda |
exenatide | Byetta |
tirzepatide | Mounjaro |
insulin | insulin shots |
insulin glargine | Lantus, Basaglar, Toujeo |
insulin lispro | Humalog |
insulin aspart | Novolog |
insulin detemir | Levemir |
insulin nph | nph, Novolin, Humulin |
[thyroid]
levothyroxine | Synthroid, Levoxyl, Unithroid, thyroid medication, thyroid medicine |
liothyronine | Cytomel |
methimazole | Tapazole | 6835
propylthiouracil | | 8794
[acid suppression]
omeprazole | Prilosec | 7646
esomeprazole | Nexium | 283742
pantoprazole | Protonix | 40790
lansoprazole | Prevacid | 17128
dexlansoprazole | Dexilant | 816346
rabeprazole | Aciphex | 114979
famotidine | Pepcid |
ranitidine | Zantac |
cimetidine | Tagamet |
calcium carbonate | Tums, Rolaids, Caltrate, Os-Cal |
sucralfate | Carafate |
bismuth subsalicylate | Pepto-Bismol, Pepto Bismol, pepto |
aluminum hydroxide | Maalox, Mylanta |
[gastrointestinal]
ondansetron | Zofran | 26225
promethazine | Phenergan |
metoclopramide | Reglan | 6915
prochlorperazine | Compazine |
meclizine | Antivert |
loperamide | Imodium |
diphenoxylate | Lomotil |
dicyclomine | Bentyl |
hyoscyamine | Levsin |
polyethylene glycol | Miralax, GoLytely |
docusate | Colace |
senna | Senokot |
bisacodyl | Dulcolax |
lactulose | |
psyllium | Metamucil |
magnesium hydroxide | milk of magnesia |
magnesium citrate | |
simethicone | Gas-X |
mesalamine | Asacol, Pentasa, Lialda | 52582
sulfasalazine | Azulfidine | 9524
linaclotide | Linzess |
probiotic | probiotics |
[bronchodilator]
albuterol | Ventolin, Proventil, ProAir, salbutamol, rescue inhaler, albuterol inhaler | 435
levalbuterol | Xopenex |
ipratropium | Atrovent, Combivent, DuoNeb |
tiotropium | Spiriva | 69120
salmeterol | Serevent | 36117
theophylline | |
[inhaled steroid]
fluticasone and salmeterol | Advair, fluticasone/salmeterol | 284635
budesonide and formoterol | Symbicort |
fluticasone | Flonase, Flovent |
budesonide | Pulmicort, Rhinocort | 19831
mometasone | Nasonex |
beclomethasone | Qvar |
[allergy]
montelukast | Singulair |
cetirizine | Zyrtec |
levocetirizine | Xyzal |
loratadine | Claritin |
desloratadine | Clarinex |
fexofenadine | Allegra |
diphenhydramine | Benadryl |
chlorpheniramine | |
hydroxyzine | Atarax, Vistaril |
azelastine | |
epinephrine | EpiPen, adrenaline, Epi-Pen |
omalizumab | Xolair |
[cough and cold]
pseudoephedrine | Sudafed |
phenylephrine | |
guaifenesin | Mucinex, Robitussin |
dextromethorphan | Delsym, DayQuil, NyQuil | 3289
benzonatate | Tessalon, Tessalon Perles |
oxymetazoline | Afrin |
[steroid]
prednisone | Deltasone |
prednisolone | Orapred |
methylprednisolone | Medrol, Solu-Medrol, Depo-Medrol, Medrol Dosepak |
dexamethasone | Decadron |
hydrocortisone | Cortef |
triamcinolone | Kenalog | 10759
betamethasone | |
clobetasol | Temovate |
mometasone cream | Elocon |
[antibiotic]
amoxicillin | Amoxil |
amoxicillin and clavulanate | Augmentin |
penicillin | penicillins |
ampicillin | |
azithromycin | Zithromax, Z-Pak, Z Pack, zpack, zpak |
clarithromycin | Biaxin |
erythromycin | | 4053
doxycycline | |
minocycline | |
tetracycline | |
clindamycin | Cleocin |
cephalexin | Keflex |
cefdinir | Omnicef |
cefuroxime | Ceftin |
ceftriaxone | Rocephin |
cefazolin | Ancef |
ciprofloxacin | Cipro | 2551
levofloxacin | Levaquin | 82122
moxifloxacin | Avelox | 139462
trimethoprim and sulfamethoxazole | Bactrim, Septra, sulfamethoxazole, trimethoprim | 10831
nitrofurantoin | Macrobid, Macrodantin | 7454
metronidazole | Flagyl |
vancomycin | |
gentamicin | |
linezolid | Zyvox |
mupirocin | Bactroban |
bacitracin | Neosporin, Polysporin |
isoniazid | | 6038
rifampin | |
sulfa drugs | sulfa, sulfonamides, sulfas, sulfur drugs |
[antifungal]
fluconazole | Diflucan |
nystatin | |
terbinafine | Lamisil | 37801
ketoconazole | Nizoral |
clotrimazole | Lotrimin |
miconazole | Monistat |
itraconazole | |
voriconazole | | 121243
[antiviral]
acyclovir | Zovirax |
valacyclovir | Valtrex |
famciclovir | |
oseltamivir | Tamiflu |
nirmatrelvir | Paxlovid |
ribavirin | | 9344
interferon | |
tenofovir | Viread | 117466
efavirenz | | 195085
[antimalarial]
hydroxychloroquine | Plaquenil | 5521
chloroquine | | 2393
ivermectin | |
permethrin | |
[antidepressant]
sertraline | Zoloft | 36437
fluoxetine | Prozac | 4493
paroxetine | Paxil | 32937
citalopram | Celexa | 2556
escitalopram | Lexapro | 321988
venlafaxine | Effexor | 39786
desvenlafaxine | Pristiq |
duloxetine | Cymbalta | 72625
bupropion | Wellbutrin, Zyban | 42347
mirtazapine | Remeron | 15996
trazodone | Desyrel |
amitriptyline | Elavil | 704
nortriptyline | Pamelor | 7531
imipramine | Tofranil | 5691
doxepin | | 3638
vortioxetine | Trintellix | 1455099
vilazodone | Viibryd |
fluvoxamine | Luvox | 42355
[anxiolytic]
alprazolam | Xanax |
lorazepam | Ativan |
clonazepam | Klonopin |
diazepam | Valium | 3322
buspirone | BuSpar |
temazepam | Restoril |
[sleep aid]
zolpidem | Ambien |
eszopiclone | Lunesta |
melatonin | |
doxylamine | Unisom |
[antipsychotic]
quetiapine | Seroquel |
risperidone | Risperdal | 35636
olanzapine | Zyprexa | 61381
aripiprazole | Abilify | 89013
ziprasidone | Geodon |
haloperidol | Haldol | 5093
clozapine | Clozaril | 2626
lurasidone | Latuda |
paliperidone | Invega |
[mood stabilizer]
lithium | |
[stimulant]
amphetamine | Adderall, amphetamines |
methylphenidate | Ritalin, Concerta | 6901
lisdexamfetamine | Vyvanse |
dextroamphetamine | Dexedrine |
atomoxetine | Strattera | 38400
modafinil | Provigil | 30125
phentermine | Adipex |
caffeine | | 1886
[dementia]
donepezil | Aricept | 135447
memantine | Namenda |
rivastigmine | Exelon |
galantamine | | 4637
[parkinson's]
carbidopa and levodopa | Sinemet, carbidopa, levodopa |
ropinirole | Requip |
pramipexole | Mirapex |
benztropine | Cogentin |
[migraine]
sumatriptan | Imitrex |
rizatriptan | Maxalt |
zolmitriptan | Zomig |
eletriptan | Relpax |
acetaminophen, aspirin and caffeine | Excedrin |
[gout]
allopurinol | Zyloprim | 519
colchicine | Colcrys |
febuxostat | Uloric |
probenecid | | 8698
pegloticase | Krystexxa | 1011650
[antirheumatic]
methotrexate | | 6851
adalimumab | Humira |
etanercept | Enbrel |
infliximab | Remicade |
leflunomide | Arava |
tofacitinib | Xeljanz |
rituximab | Rituxan | 121191
azathioprine | Imuran | 1256
mycophenolic acid | CellCept, mycophenolate | 7145
tacrolimus | Prograf | 42316
cyclosporine | Neoral | 3008
belimumab | Benlysta |
apremilast | Otezla |
secukinumab | Cosentyx |
dupilumab | Dupixent |
[bone]
alendronate | Fosamax |
risedronate | Actonel |
ibandronate | Boniva |
zoledronic acid | Reclast |
denosumab | Prolia |
raloxifene | Evista |
[urologic]
tamsulosin | Flomax | 77492
finasteride | Proscar, Propecia |
dutasteride | Avodart |
oxybutynin | Ditropan |
tolterodine | Detrol | 119565
solifenacin | Vesicare |
mirabegron | Myrbetriq |
sildenafil | Viagra, Revatio | 136411
tadalafil | Cialis |
vardenafil | Levitra |
phenazopyridine | Pyridium | 8120
bethanechol | |
[hormone]
estradiol | Estrace, estrogen, Premarin |
progesterone | Prometrium, Provera |
testosterone | testosterone gel |
tamoxifen | Nolvadex | 10324
anastrozole | Arimidex |
letrozole | Femara |
clomiphene | Clomid |
medroxyprogesterone | Depo-Provera, Depo Provera |
oral contraceptive | birth control pills, birth control, oral contraceptives, birth control pill, contraceptive, Yaz, Ortho Tri-Cyclen, contraceptives, contraception, NuvaRing |
levonorgestrel iud | iud, intrauterine device, Mirena |
oxytocin | Pitocin |
cabergoline | |
[eye drops]
latanoprost | Xalatan | 43611
artificial tears | Refresh, Visine |
[vitamin and supplement]
multivitamin | multivitamins, daily vitamin, prenatal vitamins, prenatal vitamin, Centrum |
vitamin d | cholecalciferol, vitamin d3, d3 |
vitamin c | ascorbic acid | 1151
vitamin b12 | b12, cyanocobalamin, b12 injections, b12 shots |
vitamin b6 | pyridoxine |
vitamin e | |
vitamin k | |
vitamin | vitamins |
folic acid | folate |
iron | ferrous sulfate, iron supplement, iron pills, iron supplements, iron tablets |
calcium | calcium supplement, calcium supplements |
magnesium | magnesium oxide, magnesium supplement |
potassium chloride | potassium supplement, K-Dur, Klor-Con, potassium pills |
zinc | |
glucosamine | glucosamine chondroitin, glucosamine and chondroitin |
turmeric | |
biotin | |
ginkgo | ginkgo biloba |
coenzyme q10 | coq10 |
supplement | supplements, herbal supplements, herbal remedies |
[dermatologic]
tretinoin | Retin-A |
isotretinoin | Accutane |
benzoyl peroxide | |
salicylic acid | |
hydrocortisone cream | cortisone cream, steroid cream |
calamine lotion | calamine |
moisturizer | Aquaphor, Eucerin, Vaseline, petroleum jelly, moisturizing cream |
zinc oxide | Desitin |
[oncologic]
cisplatin | | 2555
carboplatin | | 40048
paclitaxel | Taxol |
docetaxel | |
doxorubicin | Adriamycin |
cyclophosphamide | Cytoxan | 3002
fluorouracil | 5-FU | 4492
gemcitabine | | 12574
capecitabine | Xeloda | 194000
pembrolizumab | Keytruda |
trastuzumab | Herceptin |
bevacizumab | Avastin |
imatinib | Gleevec |
mercaptopurine | | 103
leuprolide | Lupron |
[anesthetic]
propofol | |
ketamine | |
midazolam | Versed | 6960
novocaine | Novocain |
botulinum toxin | Botox |
hyaluronic acid | Synvisc, gel injections |
[smoking cessation]
varenicline | Chantix |
nicotine | nicotine patch, nicotine gum, nicotine patches, NicoDerm | 7407
disulfiram | Antabuse |
[drug class]
nsaid | nsaids, anti-inflammatory, anti-inflammatories, anti inflammatory medication, anti inflammatories, nonsteroidal, antiinflammatory, anti inflammatory medicine, antiinflammatories |
antibiotic | antibiotics |
steroid | steroids, corticosteroid, corticosteroids, cortisone, oral steroids |
diuretic | water pill, diuretics, fluid pill, water pills, fluid pills |
blood pressure medication | blood pressure medicine, blood pressure pill, blood pressure pills, blood pressure medications, antihypertensive, blood pressure meds, bp meds, high blood pressure medicine |
diabetes medication | diabetes medicine, diabetes meds, diabetes pills |
cholesterol medication | cholesterol medicine, statin, statins, cholesterol pill, cholesterol meds |
antidepressant | antidepressants, depression medication, ssri, ssris, depression medicine |
antihistamine | antihistamines, allergy medicine, allergy medication, allergy pill, allergy pills, allergy meds |
opioid | opioids, narcotics, narcotic, opiates, narcotic pain medication, opiate |
pain medication | painkiller, painkillers, pain medicine, pain killers, pain pills, pain reliever, pain meds, pain relievers, pain killer, pain pill, analgesics, analgesic |
blood thinner | blood thinners, anticoagulant, anticoagulants |
muscle relaxant | muscle relaxer, muscle relaxers, muscle relaxants, muscle relaxor |
inhaler | inhalers, puffer |
antacid | antacids |
laxative | laxatives, stool softener, stool softeners |
sleeping pill | sleeping pills, sleep medication, sleep medicine, sleep aid, sleep aids |
beta blocker | beta blockers, beta-blocker |
ace inhibitor | ace inhibitors |
calcium channel blocker | calcium channel blockers |
proton pump inhibitor | ppi, ppis, proton pump inhibitors |
cough medicine | cough syrup, cough medication, cough drops, cough suppressant |
nasal spray | nose spray, nasal sprays, nasal steroid |
eye drops | eyedrops |
ear drops | |
decongestant | decongestants, cold medicine, cold medication |
expectorant | |
biologic | biologics, dmard |
anti-anxiety medication | benzodiazepine, benzodiazepines, anxiety medication, anxiety medicine |
antipsychotic | antipsychotics |
antiviral | antivirals |
antifungal | antifungal cream |
immunosuppressant | immunosuppressants, immunosuppressive |
sedative | sedatives |
barbiturate | barbiturates |
thyroid hormone | thyroid replacement |
ointment | antibiotic ointment, topical antibiotic |
cream | topical cream, topical, topicals |
contrast | contrast dye, iodine contrast, iv dye, contrast material |
seizure medication | anti seizure medication |
migraine medication | |
heart medication | heart medicine, heart pills |
over the counter medication | over-the-counter medication, over the counter medicine, over-the-counter medicine, over the counter medications, over the counter meds |
