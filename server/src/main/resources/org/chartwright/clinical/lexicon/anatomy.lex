# Parts of the body. name | other ways of saying it |
[head]
head | skull |
scalp | |
face | facial |
forehead | |
~temple | (my) temple |
cheek | cheeks |
jaw | mandible, jawbone |
chin | |
brain | cerebral |
[eyes]
eye | ocular |
eyelid | |
pupil | |
retina | retinal |
cornea | corneal |
[ears nose throat]
ear | |
ear canal | |
tympanic membrane | eardrum, ear drum |
nose | nasal |
nostril | nares |
sinus | sinuses, maxillary sinus, frontal sinus |
septum | |
mouth | oral |
lip | |
tongue | |
tooth | teeth, molar, wisdom teeth |
gum | gums |
throat | oropharynx, pharynx |
tonsil | |
uvula | |
vocal cord | |
voice box | larynx |
[neck]
neck | cervical |
thyroid | thyroid gland |
lymph node | gland, lymph gland |
carotid artery | carotid, carotids |
[chest]
chest | chest wall |
breast | |
lung | pulmonary |
heart | cardiac |
rib | rib cage |
sternum | breastbone, breast bone |
diaphragm | |
airway | airways, windpipe, trachea |
bronchus | bronchial |
aorta | aortic |
mitral valve | mitral |
aortic valve | |
tricuspid valve | |
coronary artery | coronary arteries, coronary |
[abdomen]
abdomen | belly, stomach, tummy, abdominal, gut |
epigastrium | epigastric |
right upper quadrant | |
right lower quadrant | |
left upper quadrant | |
left lower quadrant | |
esophagus | esophageal, food pipe |
liver | hepatic |
gallbladder | |
spleen | |
pancreas | |
colon | large intestine, bowel |
intestine | small intestine, intestines, small bowel |
appendix | |
rectum | rectal |
anus | anal |
navel | belly button, umbilicus |
flank | |
groin | inguinal |
[genitourinary]
kidney | renal |
bladder | |
ureter | |
urethra | |
prostate | |
penis | |
testicle | testis, testes |
scrotum | |
uterus | uterine, womb |
ovary | ovarian |
cervix | |
vagina | vaginal |
pelvis | pelvic |
[back]
~back | (my) back |
low back | lower back, lumbar, lumbar spine, lumbosacral spine |
upper back | thoracic spine, thoracic, mid back, middle back |
spine | spinal, backbone |
cervical spine | |
vertebra | vertebrae |
spinal disc | disks, discs |
tailbone | coccyx |
sacrum | |
sacroiliac joint | si joint |
[upper limb]
shoulder | |
shoulder blade | scapula |
collarbone | clavicle |
rotator cuff | |
biceps | bicep, biceps tendon |
triceps | |
armpit | axilla |
arm | upper arm |
upper extremity | upper extremities |
forearm | |
elbow | |
lateral epicondyle | |
medial epicondyle | |
olecranon | |
wrist | |
hand | |
palm | |
finger | fingertip, finger tips |
thumb | |
index finger | pointer finger |
middle finger | |
ring finger | |
little finger | pinky, pinkie, pinky finger, fifth finger |
knuckles | |
nail | fingernail, fingernails, toenails, toenail |
[lower limb]
hip | |
buttock | buttocks, gluteal |
thigh | |
quadriceps | quad |
hamstring | |
leg | |
lower leg | shin |
lower extremity | lower extremities |
knee | |
kneecap | patella |
meniscus | medial meniscus, lateral meniscus |
medial joint line | joint line |
lateral joint line | |
anterior cruciate ligament | acl |
medial collateral ligament | mcl |
calf | calves |
achilles tendon | achilles |
ankle | |
lateral malleolus | malleolus |
medial malleolus | |
foot | feet |
heel | |
foot arch | (my) arch, (the) arch |
ball of the foot | |
instep | midfoot |
toe | |
big toe | great toe |
extremity | extremities, limb, limbs |
[tissue]
skin | |
bone | bony |
joint | |
muscle | muscular |
tendon | |
ligament | |
cartilage | |
nerve | |
median nerve | |
ulnar nerve | |
artery | |
vein | |
spinal cord | |
bone marrow | marrow |
soft tissue | |
hair | |
