package org.chartwright.workspace;

import java.util.Map;
import org.chartwright.workspace.WorkspaceHouse.Browser;
import tools.jackson.databind.JsonNode;

/** Made-up visits, by way of the pages' own calls. */
final class Visits {

    static final String DIALOGUE = """
            [doctor] Good morning, what brings you in today?
            [patient] I have had a headache for three days and some dizziness.
            [doctor] Do you have any chest pain or shortness of breath?
            [patient] No, I do not have chest pain.
            [doctor] What medications are you taking?
            [patient] I take lisinopril 20 mg daily and metformin 500 mg twice a day.
            [doctor] Do you have any allergies?
            [patient] I am allergic to penicillin.
            [doctor] Your blood pressure is 150 over 90 today. Your lungs are clear on exam.
            [patient] My left knee hurts when I climb stairs.
            [doctor] I think your headache is from your high blood pressure. I want to increase your lisinopril to 40 mg daily. \
            I will order a basic metabolic panel. Please come back in two weeks.
            [patient] Okay, thank you.
            """;

    private Visits() {}

    static String patient(Browser browser, String family, String given) throws Exception {
        return WorkspaceHouse.id(browser.post("patients", Map.of(
                "family", family, "given", given, "birthDate", "1961-02-03", "sex", "female", "mrn", "MR-" + family)).expect(201));
    }

    static String planned(Browser browser, String patient) throws Exception {
        return WorkspaceHouse.id(browser.post("visits", Map.of("patientId", patient, "reason", "Headache", "pronouns", "she")).expect(201));
    }

    static void consent(Browser browser, String visit) throws Exception {
        browser.post("visits/" + visit + "/consent", Map.of(
                "wording", "May this visit be recorded?", "askedBy", "Ada Okafor", "answeredBy", "patient", "answer", "granted"))
                .expect(201);
    }

    /** A visit whose dialogue was typed in; its id. */
    static String typed(Browser browser) throws Exception {
        String visit = planned(browser, patient(browser, "Pena", "Rosa Maria"));
        consent(browser, visit);
        browser.put("visits/" + visit + "/dialogue", Map.of("text", DIALOGUE)).expect(200);
        return visit;
    }

    static JsonNode review(Browser browser, String visit) throws Exception {
        return browser.get("visits/" + visit + "/review").expect(200);
    }

    /** The first sentence that holds a text. */
    static JsonNode sentence(JsonNode review, String text) {
        for (JsonNode section : review.path("sections")) {
            for (JsonNode sentence : section.path("sentences")) {
                if (sentence.path("text").stringValue().contains(text)) {
                    return sentence;
                }
            }
        }
        throw new AssertionError("No sentence says " + text + ": " + review.path("sections"));
    }
}
