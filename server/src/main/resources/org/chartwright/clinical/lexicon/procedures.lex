# What is done to the body once. name | other ways of saying it |
[general]
surgery | operation, operated on, surgeries, surgical procedure, operations, surgical intervention, surgical repair |
procedure | procedures |
anesthesia | general anesthesia |
incision and drainage | drained the abscess, lancing |
sutures | stitches, staples |
suture removal | stitches out, stitches removed |
blood transfusion | transfusion, transfusions, blood transfusions |
transplant | organ transplant |
amputation | amputated |
skin graft | |
excision | excised, removal of the lesion |
cryotherapy procedure | freeze it off, freezing |
laser surgery | laser treatment |
plastic surgery | cosmetic surgery |
liposuction | |
[cardiac]
coronary artery bypass graft | bypass surgery, bypass, cabg, open heart surgery, heart bypass, triple bypass, quadruple bypass, double bypass, coronary bypass |
cardiac catheterization | heart cath, heart catheterization, cath, cardiac cath, catheterization |
coronary stent | stent, stents, stent placement, stenting |
angioplasty | balloon angioplasty |
pacemaker placement | pacemaker, pacemaker implantation |
defibrillator placement | icd, defibrillator |
valve replacement | aortic valve replacement, mitral valve replacement, valve repair |
cardioversion | |
cardiac ablation | ablation |
carotid endarterectomy | endarterectomy |
heart transplant | |
[gastrointestinal]
appendectomy | appendix out, appendix removed, appendix taken out, removed my appendix, took out my appendix |
cholecystectomy | gallbladder removed, gallbladder out, gallbladder surgery, gallbladder taken out, gallbladder removal, took out my gallbladder, removed my gallbladder |
hernia repair | hernia surgery, inguinal hernia repair, hernia operation, herniorrhaphy |
gastric bypass | gastric sleeve, bariatric surgery, weight loss surgery, lap band |
colectomy | colon resection, bowel resection |
colostomy | ileostomy, ostomy |
hemorrhoidectomy | hemorrhoid surgery |
polypectomy | polyps removed, polyp removed |
laparoscopy | laparoscopic surgery |
laparotomy | exploratory laparotomy |
paracentesis | |
liver transplant | |
splenectomy | spleen removed |
fundoplication | nissen fundoplication |
feeding tube | peg tube, g tube, gastrostomy tube |
[genitourinary]
kidney transplant | renal transplant |
lithotripsy | shock wave lithotripsy, laser lithotripsy |
vasectomy | |
circumcision | circumcised |
prostatectomy | prostate removed, turp, prostate surgery |
nephrectomy | kidney removed |
cystectomy | |
hydrocelectomy | |
ureteral stent | |
orchiectomy | |
[gynecologic]
hysterectomy | uterus removed, uterus taken out, partial hysterectomy, total hysterectomy |
oophorectomy | ovaries removed, ovary removed |
cesarean section | c section, c-section, cesarean, c sections, caesarean |
tubal ligation | tubes tied, btl |
dilation and curettage | d and c, d c |
abortion | therapeutic abortion |
mastectomy | breast removed, double mastectomy |
lumpectomy | |
breast augmentation | breast implants, breast reduction |
vaginal delivery | vaginal birth, spontaneous vaginal delivery |
colposcopy | leep |
[orthopedic]
knee replacement | total knee replacement, total knee, knee arthroplasty, total knee arthroplasty, knee replaced, knee replacement surgery |
hip replacement | total hip replacement, hip arthroplasty, total hip arthroplasty, hip replaced |
shoulder replacement | shoulder arthroplasty |
knee arthroscopy | knee scope, arthroscopic surgery, arthroscopy, arthroscopic knee surgery |
knee surgery | acl reconstruction, acl repair, meniscus repair, meniscectomy |
rotator cuff repair | rotator cuff surgery, shoulder surgery |
carpal tunnel release | carpal tunnel surgery |
spinal fusion | back fusion, lumbar fusion, cervical fusion |
laminectomy | |
discectomy | microdiscectomy |
back surgery | spine surgery, neck surgery |
foot surgery | ankle surgery, bunionectomy |
hip surgery | |
open reduction internal fixation | orif, plate and screws |
fracture reduction | closed reduction |
joint injection | steroid injection, cortisone injection, cortisone shot, steroid shot, cortisone injections, corticosteroid injection, knee injection, steroid injections, cortisone shots, injection, injections, trigger point injection |
epidural steroid injection | epidural injection, epidural, epidurals, epidural injections |
nerve block | |
arthrocentesis | joint aspiration |
[ears nose throat]
tonsillectomy | tonsils out, tonsils removed, tonsils taken out, tonsillectomy and adenoidectomy |
adenoidectomy | adenoids removed, adenoids out |
ear tubes | tubes in my ears, tympanostomy tubes, pe tubes, myringotomy |
sinus surgery | |
septoplasty | nose surgery, rhinoplasty |
thyroidectomy | thyroid removed, thyroid surgery |
tracheostomy | trach |
cochlear implant | |
tooth extraction | wisdom teeth removed, wisdom teeth out, teeth pulled, wisdom teeth extraction, tooth pulled, dental extraction |
root canal | |
[eyes]
cataract surgery | cataract removal, cataracts removed, cataract extraction |
lasik | laser eye surgery, eye surgery |
[neurological]
craniotomy | brain surgery |
ventriculoperitoneal shunt | shunt, vp shunt |
[pulmonary]
thoracentesis | |
chest tube | |
lobectomy | |
intubation | intubated |
thoracotomy | |
[skin]
mole removal | mole removed, lesion removed |
mohs surgery | mohs |
[vascular]
vein stripping | |
port placement | portacath, (a) port |
fistula placement | av fistula |
