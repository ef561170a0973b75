package org.chartwright.note;

import java.util.UUID;
import org.chartwright.clinical.DialogueReader;
import org.chartwright.clinical.Reading;
import org.chartwright.wording.Wording;

/** Typed dialogues, read as the product reads them. */
final class Readings {

    static final String KNEE =
            """
            [doctor] Hi Virginia, how are you today?
            [patient] I am okay, but my right knee hurts.
            [doctor] I am sorry to hear that. So you are here for right knee pain. When did it start?
            [patient] It started about two weeks ago, when I was playing basketball and fell on it.
            [doctor] Any fever or chills?
            [patient] No.
            [doctor] Any numbness or tingling in your leg?
            [patient] No, nothing like that.
            [doctor] Are you taking anything for the pain?
            [patient] I have been taking ibuprofen 400 mg twice a day, and I take metformin 500 mg for my diabetes.
            [doctor] Okay. Let me examine you. There is tenderness on the inside of your right knee. I do appreciate some swelling. Your lungs are clear. Your heart has a regular rate and rhythm.
            [patient] That hurts when you press there.
            [doctor] I looked at your x-ray. The x-ray of your right knee shows no fracture. So for your first problem, your right knee pain, I think you have a medial collateral ligament strain. I want to start you on meloxicam 15 mg daily. I am going to refer you to physical therapy. For your second problem, your diabetes, continue the metformin 500 mg. I will order a hemoglobin A1c. I want to see you back in two weeks. Does that sound good?
            [patient] Yes, that sounds good.
            [doctor] All right, take care.
            """;

    private static final Wording WORDING = Wording.open();
    private static final DialogueReader READER = new DialogueReader();

    private Readings() {}

    static Reading of(String dialogue) {
        return READER.read(WORDING.typed(DialogueText.parse(dialogue)), new UUID(1, 2));
    }

    /** Read as the words are given, numbers in words included. */
    static Reading unworded(String dialogue) {
        return READER.read(DialogueText.parse(dialogue), new UUID(1, 2));
    }
}
