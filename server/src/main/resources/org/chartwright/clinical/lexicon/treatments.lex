# What is done over time. name | other ways of saying it |
[rehabilitation]
physical therapy | physiotherapy, physical therapist, p t, physical therapies |
occupational therapy | occupational therapist |
speech therapy | speech therapist |
home exercises | stretching exercises, home exercise program, strengthening exercises, stretching, stretches |
exercise program | exercise plan, exercises |
cardiac rehabilitation | cardiac rehab |
pulmonary rehabilitation | pulmonary rehab |
chiropractic care | chiropractor, chiropractic, chiropractic treatment |
acupuncture | acupuncturist |
massage therapy | massage, massages |
rehabilitation | rehab |
aquatic therapy | water therapy, pool therapy |
electrical stimulation | tens unit, e stim, electrical stim |
traction | |
[self care]
ice | icing, iced, ice packs, ice pack, cold packs, cold compress |
~heat | (use) heat, (using) heat, (apply) heat, (tried) heat, heating pad, heat packs, warm compress, warm compresses, hot packs, heat therapy |
elevation | elevate, elevating, elevated my leg |
~rest | bed rest, (to) rest |
compression stockings | compression socks, support hose, compression hose, support stockings |
epsom salt soaks | warm soaks |
saline rinse | neti pot, nasal irrigation, nasal saline |
humidifier | |
~fluids | push fluids, (plenty of) fluids, (lots of) fluids, drink plenty of fluids, hydration, oral hydration |
[devices]
brace | knee brace, back brace, ankle brace, bracing, wrist brace, braces |
splint | wrist splint, splinting, thumb splint, splints |
cast | plaster, casting, casted |
boot | walking boot, cam boot, air cast, aircast |
sling | |
crutches | crutch |
cane | |
walker | rollator |
wheelchair | |
orthotics | shoe inserts, arch supports |
cpap | cpap machine, bipap, c pap |
oxygen therapy | home oxygen, supplemental oxygen, oxygen tank, oxygen at home |
nebulizer treatment | nebulizer, breathing treatment, breathing treatments, nebulizers, nebulizer treatments |
glucose monitor | glucometer, continuous glucose monitor, blood sugar monitor |
blood pressure cuff | home blood pressure monitor, blood pressure monitor |
hearing aids | hearing aid |
glasses | contacts, contact lenses, eyeglasses |
insulin pump | |
pessary | |
catheter | foley, foley catheter |
feeding therapy | |
mouth guard | night guard |
[diet]
diet | dieting |
low sodium diet | low salt diet, low-salt diet, salt restriction |
diabetic diet | low carb diet, low carb, carb counting |
low fat diet | |
weight loss program | weight watchers |
lifestyle modification | diet and exercise, lifestyle changes, lifestyle modifications, dietary changes |
gluten free diet | gluten free |
brat diet | bland diet |
fluid restriction | |
[behavioral]
psychotherapy | counseling, talk therapy, counselling, counselor |
therapy | therapies |
cognitive behavioral therapy | cbt |
group therapy | support group, support groups |
family therapy | couples counseling, marriage counseling |
smoking cessation | quit smoking program |
alcoholics anonymous | aa, aa meetings, narcotics anonymous |
detox | inpatient rehab, drug rehab |
meditation | mindfulness, deep breathing, breathing exercises, relaxation techniques, breathing techniques |
light therapy | |
electroconvulsive therapy | ect |
safety plan | coping skills, coping strategies |
[oncologic]
chemotherapy | chemo |
radiation therapy | radiation, radiotherapy, radiation treatment, radiation treatments |
immunotherapy | |
hormone replacement therapy | hormone therapy, hrt, hormone replacement |
[renal]
dialysis | hemodialysis, peritoneal dialysis |
[immunization]
flu shot | flu vaccine, influenza vaccine, flu vaccination, flu shots |
covid vaccine | covid shot, covid vaccination, covid booster, covid-19 vaccine, coronavirus vaccine |
pneumonia vaccine | pneumonia shot, pneumovax, pneumococcal vaccine, prevnar |
shingles vaccine | shingles shot, shingrix, zostavax |
tetanus shot | tetanus, tetanus booster, tdap, td booster |
hepatitis b vaccine | hep b vaccine |
mmr vaccine | mmr |
hpv vaccine | gardasil |
childhood vaccines | immunizations, immunization, vaccinations, vaccination, vaccine, vaccines, vaccinated, immunized, shots up to date, immunised |
allergy shots | allergy shot |
[care]
hospice | palliative care |
home health | home health care, home nursing |
wound care | dressing changes, dressing change |
iv fluids | intravenous fluids |
hospitalization | hospitalized, hospital admission |
emergency room visit | |
referral | |
activity modification | activity modifications |
watchful waiting | |
antibiotic therapy | antibiotic treatment |
anticoagulation therapy | anticoagulation |
pain management | pain clinic |
radioactive iodine | |
wound packing | |
