# Phrases that hold a clinical word but mean something else. They are matched like terms and give nothing.
come back
came back
coming back
go back
going back
went back
back and forth
back to
get back
getting back
got back
call me back
call back
bring you back
back in
back on
back then
way back
years back
see you back
look back
on the other hand
on one hand
in the long run
the rest of
hands on
hand out
face to face
head out
head over
heads up
go ahead
get ahead
drink water
drinking water
drink plenty
drink a lot of water
drinking plenty
drinking a lot of water
drink more water
drinking enough water
drinking enough fluids
drink lots of
drinking a lot of fluids
drink coffee
drinking coffee
drink milk
drink soda
drinking soda
cut back
cut down
cut out
cutting back
cut it
fall asleep
falls asleep
falling asleep
fall into
falls into
fall back
fall off
this fall
fall foliage
in the fall
last fall
fall weather
fall down to
feel free
heart to heart
by heart
don't worry
no worries
eye on
an eye on
keep an eye
arm yourself
foot forward
hip hop
take a break
give it a break
spring break
break it
break down
break up
broke up
leg up
nose dive
mouth to mouth
word of mouth
by mouth
over your head
off the top of my head
top of my head
side effect of
hot weather
cold weather
cold turkey
cold outside
cold water
sick of
pain in the butt
knock on wood
sharp mind
blood drawn
mass general
common sense
tight schedule
tight knit
tight fitting
tight shoes
tight clothes
right hand side
left hand side
best shot
give it a shot
a good shot
long shot
a lot of stress test
stress the importance
stress that
feel comfortable
i'm afraid
weight bearing
weight lifting
lift weights
lifting weights
lose weight
losing some weight
weight bearing as tolerated
weight training
head of
pressure cooker
bed sheets
dust off
nursing home
nurse told
my nurse
the nurse
medical assistant
heat of
beat the heat
at rest
rest assured
discharge instructions
discharge summary
hospital discharge
mixed drinks
soft drinks
energy drinks
drink of water
post nasal
a pain
hurt yourself working
growth spurt
growth chart
scope of
cast iron
heavy machinery
foot of
feet tall
feet high
square feet
feet away
feet long
back pocket
second hand smoke
shoulder to
teeth cleaning
school nurse
nurse practitioner
good catch
catch up
catching up
catch you
show me the
a fall person
fall pollen
fall allergies
the fall
feel cold
feels cold
feeling cold
felt cold
