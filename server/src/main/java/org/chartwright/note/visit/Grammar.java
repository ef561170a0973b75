package org.chartwright.note.visit;

import java.util.List;
import simplenlg.features.Feature;
import simplenlg.features.Form;
import simplenlg.features.Tense;
import simplenlg.framework.NLGFactory;
import simplenlg.lexicon.Lexicon;
import simplenlg.phrasespec.NPPhraseSpec;
import simplenlg.phrasespec.SPhraseSpec;
import simplenlg.realiser.english.Realiser;

/**
 * Makes sentences of facts: verb forms, articles, word order. Any number of threads; one at a time is served, because the
 * library does not say that its lexicon may be shared.
 */
final class Grammar {

    private static final class Shelf {
        private static final Lexicon LEXICON = Lexicon.getDefaultLexicon();
    }

    private static final Object LOCK = new Object();

    private Grammar() {}

    /** "Start meloxicam 15 mg daily for right knee pain." */
    static String bid(String verb, String object, List<String> complements) {
        return realise("", verb, object, false, complements);
    }

    /** "We will order an MRI of the left knee." */
    static String promise(String subject, String verb, String object, boolean article, List<String> complements) {
        return realise(subject, verb, object, article, complements);
    }

    private static String realise(
            String subject, String verb, String object, boolean article, List<String> complements) {
        synchronized (LOCK) {
            NLGFactory factory = new NLGFactory(Shelf.LEXICON);
            SPhraseSpec sentence = factory.createClause();
            sentence.setVerb(verb);
            if (!object.isEmpty()) {
                NPPhraseSpec noun = factory.createNounPhrase(factory.createStringElement(object));
                if (article) {
                    noun.setSpecifier("a");
                }
                sentence.setObject(noun);
            }
            if (subject.isEmpty()) {
                sentence.setFeature(Feature.FORM, Form.IMPERATIVE);
            } else {
                sentence.setSubject(subject);
                sentence.setFeature(Feature.TENSE, Tense.FUTURE);
            }
            complements.stream().filter(one -> !one.isEmpty()).forEach(sentence::addComplement);
            return new Realiser(Shelf.LEXICON).realiseSentence(sentence);
        }
    }
}
