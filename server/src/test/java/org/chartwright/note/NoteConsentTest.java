package org.chartwright.note;

import static org.assertj.core.api.Assertions.assertThat;

import org.chartwright.encounter.NoteTemplate;
import org.chartwright.specialties.Specialty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a consent was given stands in a consent, which somebody recorded; a note does not say so. */
final class NoteConsentTest {

    private static final String COUGH =
            """
            [doctor] Hello Mrs. Hill, what brings you in?
            [patient] I have had a cough for five days, and some fever.
            """;
    private static final String END =
            """
            [doctor] Your temperature is 100.4. Your lungs have crackles on the right.
            [doctor] I think you have pneumonia. I would like to order a chest x-ray.
            [patient] Okay. Thank you, doctor.
            """;

    @ParameterizedTest
    @ValueSource(strings = {
        "[doctor] I am recording our visit with your consent.\n[patient] My knee hurts, too.\n",
        "[doctor] Do you consent to this visit being recorded?\n[patient] I would rather not.\n",
        "[doctor] Verbal consent was obtained for the recording.\n",
        "[doctor] Is it all right if I record this visit?\n[patient] Sure, I consent to that.\n",
        "[doctor] The patient has consented to the use of this recording device.\n",
        "[doctor] Informed consent was obtained for the injection.\n",
        "[doctor] I explained the risks. Do you consent to the injection?\n[patient] Well, I have to think about it.\n",
        "[patient] I do not consent to being recorded.\n"
    })
    void noNoteSaysThatAConsentWasGiven(String spoken) {
        for (NoteTemplate template : NoteTemplate.values()) {
            NoteRequest request = new NoteRequest(template, NoteRequest.DEFAULT.pronouns(), Specialty.GENERAL);
            assertThat(new NoteWriter().write(Readings.of(COUGH + spoken + END), request).plain())
                    .as("%s", template)
                    .doesNotContainIgnoringCase("consent");
        }
    }
}
