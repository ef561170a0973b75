package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chartwright.note.visit.ProposedOrder;
import org.junit.jupiter.api.Test;

/** Orders as clinicians speak them, which reading whole visits showed to be lost, doubled or wrong; in words of our own. */
final class SpokenOrdersTest {

    private final NoteWriter writer = new NoteWriter();

    @Test
    void ordersAreHeardInListsAndAfterStatementsWithoutAMark() {
        String visit = """
                [doctor] what brings you in
                [patient] i have pain in my right flank
                [doctor] i also want to take a look here at your diabetes last time your a1c was seven
                [doctor] you want to know when that stone does pass gonna order a bmp and a urinalysis and a urine culture
                [doctor] you can continue to take the tylenol
                [doctor] i'm gonna order a podiatry consult because i want them to see the wound
                [doctor] i do want to order an mri just to assess if there are any injuries to the ligaments
                """;
        List<String> orders = orders(visit);
        assertThat(orders).anyMatch(text -> text.startsWith("Order a BMP")).anyMatch(text -> text.contains("urinalysis"))
                .anyMatch(text -> text.contains("urine culture")).anyMatch(text -> text.startsWith("Continue Tylenol"))
                .anyMatch(text -> text.startsWith("Refer the patient to podiatry")).anyMatch(text -> text.equals("Order an MRI."));
        assertThat(orders).noneMatch(text -> text.contains("A1c"));
    }

    @Test
    void aDoseChangedAndADrugAddedInTheSameBreathAreOrders() {
        String visit = """
                [doctor] What brings you in?
                [patient] I am short of breath and my back hurts.
                [doctor] I think you have an exacerbation of your heart failure what I'd like to do is increase your Lasix from 20 milligrams to 60 milligrams for the next four days.
                [doctor] I'm going to start you on some anti-inflammatory naproxen 500 milligrams twice a day and Flexeril 10 milligrams twice a day as well.
                """;
        List<String> orders = orders(visit);
        assertThat(orders).anyMatch(text -> text.startsWith("Increase Lasix 60 mg")).anyMatch(text -> text.startsWith("Start naproxen 500 mg"))
                .anyMatch(text -> text.startsWith("Start Flexeril 10 mg")).noneMatch(text -> text.contains("anti-inflammatory."));
        assertThat(note(visit)).contains("exacerbation of their heart failure.").contains("Increase their Lasix from 20 mg to 60 mg");
    }

    @Test
    void howOftenIsHeardInTheNextSentence() {
        String visit = """
                [doctor] what brings you in
                [patient] my right side hurts since sunday and i have diabetes
                [doctor] i'm gonna prescribe you some oxycodone five milligrams you can take that every six to eight hours as needed
                [doctor] i'm not gonna make any changes there and then for your diabetes we'll keep you on the five hundred of metformin and i also want to give you a referral to a dietitian
                """;
        assertThat(orders(visit)).anyMatch(text -> text.startsWith("Start oxycodone 5 mg every 6 to 8 hours as needed"))
                .anyMatch(text -> text.startsWith("Continue metformin")).anyMatch(text -> text.startsWith("Refer the patient to"));
    }

    @Test
    void aProblemThatWasAskedAfterBeforeTheExaminationIsTakenUpAfterIt() {
        String visit = """
                [doctor] What brings you in?
                [patient] My back hurts since Sunday.
                [doctor] Any numbness in your legs?
                [patient] No.
                [doctor] Are you still taking the metformin?
                [patient] Yes, twice a day.
                [doctor] For your high blood pressure, are you checking it at home?
                [patient] Yes, it is good. I do have some swelling in my ankles.
                [doctor] Let me examine you. Your lungs are clear. Your heart has a regular rate and rhythm. There is tenderness in the lower back. Your reflexes are normal. There is edema of both ankles.
                [doctor] I think this is a muscular strain. I'm going to start you on naproxen 500 mg twice a day.
                [doctor] For the diabetes, continue the metformin 500 mg twice a day. For the high blood pressure, I'm going to stop the amlodipine and start you on hydrochlorothiazide 25 mg once a day.
                """;
        assertThat(orders(visit)).contains("Start naproxen 500 mg twice daily.", "Start hydrochlorothiazide 25 mg once daily for high blood pressure.");
        String note = note(visit);
        assertThat(note.indexOf("1. Diabetes.")).isPositive().isLessThan(note.indexOf("2. High blood pressure."));
    }

    @Test
    void aDrugByTwoNamesOrAfterTheWordMedicationsIsOrdered() {
        assertThat(orders("""
                [doctor] What brings you in?
                [patient] My right knee hurts since Sunday.
                [doctor] We're going to have you continue on that high dose statin, that atorvastatin, you might call it Lipitor, 80 milligrams daily.
                [doctor] The medications I'm gonna give you are gonna be meloxicam 15 milligrams, you're gonna take that once a day.
                """)).contains("Continue atorvastatin 80 mg daily.", "Start meloxicam 15 mg once daily.");
    }

    private String note(String dialogue) {
        return writer.write(Readings.of(dialogue), NoteRequest.DEFAULT).plain();
    }

    private List<String> orders(String dialogue) {
        return writer.writeWithPapers(Readings.of(dialogue), NoteRequest.DEFAULT).papers().orders().stream()
                .map(ProposedOrder::text)
                .toList();
    }
}
