package org.chartwright.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chartwright.models.FeatureList;
import org.chartwright.models.LinearModel;

/** Chooses capitals: sentence starts, "I", names, months, medicines' brands, acronyms. */
final class Truecasing {

    private static final Set<String> I_FORMS = Set.of("i", "i'm", "i've", "i'd", "i'll");

    /** A unit has one casing: "Mg" is another thing than "mg". */
    private static final Set<String> UNITS = Set.of("mg", "mcg", "kg", "cm", "ml");

    private final LinearModel model;
    private final List<CaseForm> forms;

    Truecasing(LinearModel model) {
        this.model = model;
        this.forms = model.labels().stream().map(CaseForm::valueOf).toList();
    }

    static Truecasing load() {
        return new Truecasing(LinearModel.load(Truecasing.class, "casing.model"));
    }

    /** The words, which are lower case, as they are written between these marks. */
    List<String> cased(List<String> words, List<Mark> marks) {
        CaseFeatures features = new CaseFeatures(words, marks);
        FeatureList present = FeatureList.hashing();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            present.clear();
            features.at(i, present);
            CaseForm form = forms.get(LinearModel.best(model.scores(present)));
            shown.add(cased(words.get(i), form, features.starts(i)));
        }
        return shown;
    }

    private static String cased(String word, CaseForm form, boolean starts) {
        if (I_FORMS.contains(word)) {
            return Casing.capital(word);
        }
        if (UNITS.contains(word)) {
            return word.equals("ml") ? "mL" : word;
        }
        return switch (form) {
            case LOWER -> starts ? Casing.capital(word) : word;
            case CAPITAL -> Casing.capital(word);
            case UPPER -> Acronyms.written(upper(word));
        };
    }

    /** "MRI's", not "MRI'S". */
    private static String upper(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0
                ? word.toUpperCase(Locale.ROOT)
                : word.substring(0, apostrophe).toUpperCase(Locale.ROOT) + word.substring(apostrophe);
    }
}
