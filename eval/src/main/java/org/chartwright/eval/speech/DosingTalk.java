package org.chartwright.eval.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sentences about doses and measurements, made by rule: the corpora hold few of them, and they are where a wrong word
 * harms most. The words are ours; the same seed gives the same sentences.
 */
final class DosingTalk {

    /** Names heard every day that are brands, or that RxNorm's ingredient list lacks. */
    static final List<String> MEDICINES = List.of(
            "lisinopril", "metformin", "atorvastatin", "amlodipine", "metoprolol", "omeprazole", "losartan", "albuterol",
            "gabapentin", "hydrochlorothiazide", "sertraline", "simvastatin", "montelukast", "escitalopram",
            "rosuvastatin", "bupropion", "furosemide", "trazodone", "dextroamphetamine", "fluticasone", "tramadol",
            "citalopram", "prednisone", "pravastatin", "duloxetine", "tamsulosin", "glipizide", "carvedilol",
            "warfarin", "clopidogrel", "insulin", "potassium", "pantoprazole", "meloxicam", "ranitidine", "fluoxetine",
            "clonazepam", "aspirin", "allopurinol", "venlafaxine", "levothyroxine", "cetirizine", "loratadine",
            "ibuprofen", "naproxen", "acetaminophen", "amoxicillin", "azithromycin", "doxycycline", "ciprofloxacin",
            "levofloxacin", "cephalexin", "nitrofurantoin", "penicillin", "clindamycin", "metronidazole", "fluconazole",
            "cyclobenzaprine", "methocarbamol", "hydrocodone", "oxycodone", "morphine", "lorazepam", "alprazolam",
            "diazepam", "zolpidem", "quetiapine", "risperidone", "aripiprazole", "olanzapine", "lamotrigine",
            "levetiracetam", "topiramate", "sumatriptan", "ondansetron", "famotidine", "docusate", "senna", "miralax",
            "apixaban", "rivaroxaban", "eliquis", "xarelto", "enoxaparin", "heparin", "spironolactone", "valsartan",
            "irbesartan", "diltiazem", "verapamil", "digoxin", "amiodarone", "nitroglycerin", "hydralazine", "clonidine",
            "propranolol", "atenolol", "ezetimibe", "fenofibrate", "empagliflozin", "jardiance", "dapagliflozin",
            "farxiga", "sitagliptin", "januvia", "semaglutide", "ozempic", "liraglutide", "dulaglutide", "trulicity",
            "glimepiride", "pioglitazone", "lantus", "humalog", "tirzepatide", "mounjaro", "symbicort", "advair",
            "spiriva", "tiotropium", "budesonide", "flonase", "singulair", "claritin", "zyrtec", "benadryl", "tylenol",
            "motrin", "advil", "aleve", "excedrin", "lipitor", "crestor", "norvasc", "zoloft", "lexapro", "prozac",
            "cymbalta", "effexor", "wellbutrin", "xanax", "ativan", "klonopin", "ambien", "seroquel", "synthroid",
            "lasix", "coumadin", "plavix", "prilosec", "protonix", "nexium", "zofran", "flexeril", "percocet", "norco",
            "vicodin", "augmentin", "bactrim", "keflex", "cipro", "flagyl", "doxepin", "amitriptyline", "nortriptyline",
            "mirtazapine", "buspirone", "hydroxyzine", "methylprednisolone", "medrol", "dexamethasone", "methotrexate",
            "hydroxychloroquine", "adalimumab", "humira", "finasteride", "sildenafil", "viagra", "estradiol",
            "progesterone", "testosterone", "alendronate", "fosamax", "colchicine", "febuxostat", "lithium", "ramipril",
            "bisoprolol", "paracetamol", "codeine", "salbutamol", "bendroflumethiazide", "lansoprazole",
            "flucloxacillin", "trimethoprim", "erythromycin", "clarithromycin", "gliclazide", "candesartan",
            "felodipine", "doxazosin", "ferrous", "folic", "vitamin");

    private static final List<String> STRENGTHS = List.of(
            "2.5", "5", "10", "15", "20", "25", "30", "40", "50", "60", "75", "80", "81", "100", "112", "125", "150", "200",
            "250", "300", "325", "400", "500", "600", "650", "750", "800", "850", "875", "1000");
    private static final List<String> TIMES = List.of(
            "once a day", "twice a day", "three times a day", "four times a day", "every day", "daily", "at night",
            "at bedtime", "in the morning", "as needed", "every six hours", "every eight hours", "every four hours",
            "every other day", "once a week", "with food", "by mouth", "twice daily", "for ten days", "for seven days",
            "before bed", "with meals", "every twelve hours", "for five days");
    private static final List<String> ORDERS = List.of(
            "i'm going to start you on %m %s milligrams %t", "i take %m %s milligrams %t", "%m %s milligrams %t",
            "he takes %m %s milligrams %t", "continue %m %s milligrams %t", "let's increase your %m to %s milligrams %t",
            "she is on %m %s milligrams %t", "are you still taking the %m", "i take %m for that",
            "i ran out of the %m", "i'll refill your %m", "i would like to prescribe %m %s milligrams %t",
            "we'll decrease the %m from %s to %s milligrams", "stop the %m", "and %m %s milligrams %t",
            "i want you to take %s milligrams of %m %t", "i'm allergic to %m", "have you been taking your %m");
    private static final List<String> PRESSURES = List.of(
            "your blood pressure today is %h over %l", "blood pressure is %h over %l", "blood pressure %h over %l",
            "it was %h over %l", "my blood pressure at home has been around %h over %l", "%h over %l");
    private static final List<String> MEASURES = List.of(
            "heart rate is %p", "pulse %p", "pulse is %p", "heart rate %p and regular", "temperature is %f",
            "temperature %f", "oxygen saturation is %o percent", "oxygen saturation %o percent on room air",
            "o two sat is %o percent", "respiratory rate is %r", "respirations %r", "a one c is %a", "your a one c was %a",
            "hemoglobin a one c of %a", "weight is %w pounds", "he weighs %w pounds", "your weight today is %w pounds",
            "b m i is %b", "blood sugar was %g", "fasting glucose of %g", "the patient is a %y year old male",
            "the patient is a %y year old female", "i'm %y years old", "%y year old");

    private final Random random = new Random(20261123);

    /** Sentences that name each of these medicines a few times, and measurements. */
    List<List<String>> sentences(List<String> medicines, int each, int measurements) {
        List<List<String>> made = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (String medicine : medicines) {
                String order = pick(ORDERS).replace("%m", medicine).replace("%t", pick(TIMES));
                while (order.contains("%s")) {
                    order = order.replaceFirst("%s", Numbers.said(pick(STRENGTHS)));
                }
                made.add(List.of(order.split(" ")));
            }
        }
        for (int i = 0; i < measurements; i++) {
            String pressure = pick(PRESSURES)
                    .replace("%h", Numbers.pressure(between(90, 190)))
                    .replace("%l", Numbers.pressure(between(50, 110)));
            made.add(List.of(pressure.split(" ")));
            String measure = pick(MEASURES)
                    .replace("%p", Numbers.cardinal(between(50, 120)))
                    .replace("%f", Numbers.said(between(97, 103) + "." + between(0, 9)))
                    .replace("%o", Numbers.cardinal(between(88, 100)))
                    .replace("%r", Numbers.cardinal(between(12, 24)))
                    .replace("%a", Numbers.said(between(5, 11) + "." + between(0, 9)))
                    .replace("%w", Numbers.pressure(between(100, 280)))
                    .replace("%b", Numbers.cardinal(between(19, 42)))
                    .replace("%g", Numbers.pressure(between(80, 320)))
                    .replace("%y", Numbers.cardinal(between(18, 92)));
            made.add(List.of(measure.split(" ")));
        }
        return made;
    }

    private String between(int least, int most) {
        return Integer.toString(least + random.nextInt(most - least + 1));
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
