package org.chartwright.note.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartwright.clinical.Concept;
import org.chartwright.clinical.ConceptKind;
import org.chartwright.clinical.Lexicon;
import org.chartwright.clinical.Reading;
import org.chartwright.encounter.Role;
import org.chartwright.encounter.Segment;
import org.chartwright.note.plan.Problems;
import org.chartwright.note.prose.Clause;
import org.chartwright.note.prose.Clauses;
import org.chartwright.note.prose.Prose;
import org.chartwright.note.visit.ProposedOrder.Action;
import org.chartwright.note.visit.ProposedOrder.Kind;

/**
 * Hears what the clinician proposes to order. Careful rather than complete: what is only thought about, is asked, is taken
 * back later or is declined is no order. For one visit.
 */
final class OrderFinder {

    private static final List<Pattern> NEGATED = OrderCues.list("negated");
    private static final List<Pattern> RETRACTED = OrderCues.list("retracted");
    private static final List<Pattern> DECLINED = OrderCues.list("declined");
    private static final List<Pattern> DONE = OrderCues.list("done");
    private static final List<Pattern> REFERRED = OrderCues.list("referred");
    private static final List<Pattern> FOLLOWED = OrderCues.list("followed");
    private static final Map<Action, List<Pattern>> OF_DRUGS = ofDrugs();
    /** "I will order an MRI, okay?" is no question. */
    private static final Pattern STATED = Pattern.compile(
            "^(?:and |so |then |also |but |now )*(?:(?:i|we) (?!(?:are|were) you)|let us|(?:order|continue|start|stop|prescribe|refer) )");
    private static final Pattern SITE = Pattern.compile(
            "^ (?:of|to|on|for) (?:the |your |his |her )?(?:(?:left|right|both|lower|upper|bilateral) )*[a-z-]+(?: (?:and )?(?:back|spine|leg|foot|knee|hand|arm|pelvis))?");
    private static final Pattern ARTICLE = Pattern.compile("\\b(?:a|an|another|some|the|your|that|this)(?: (?:new|repeat|follow-up|full|low|high|baby|daily|short))* $");
    private static final Pattern TO_WHOM = Pattern.compile(
            "\\b(?:to|with|see|meet|for)(?: (?:see|a|an|the|our|one of our|my|your|some))* ((?:dr\\.? )?[a-z-]+(?: (?!for|because|so|and|to|in|at|who|about|regarding|if|as|today)[a-z-]+){0,3})");
    private static final Pattern CONSULT = Pattern.compile(
            "\\b(?:order|get|obtain|request|place|put in) (?:you )?(?:an? )?([a-z-]+(?: surgery)?) consult(?:ation)?\\b");
    private static final Pattern SERVICE = Pattern.compile(
            "\\b(?:\\w+(?:ologist|ology|iatrist|iatry|atrics|icist)|surge(?:ry|on)|specialist|orthop\\w+|therap(?:y|ist)|clinic|hospice"
                    + "|dieti[ct]ian|nutritionist|counsel(?:or|ing)|rehab\\w*|dr|doctor|podiatr\\w+|pain (?:medicine|management)|eye doctor|midwife|social worker|chaplain)\\b");

    /** What is looked at in the visit itself, or at home, or says nothing alone. */
    private static final Pattern NO_ORDER = Pattern.compile(
            ".*\\bexam(?:ination)?|reflexes|range of motion|review of systems|pathology.*|test|blood sugar|procedure|screening");
    private static final int NEAR = 45;
    private static final Pattern JOINED = Pattern.compile("[^.;?]{0,45}?\\b(?:and|plus)(?: also| then)?(?: some| the| your| an?)? ");
    private static final int LEAD = 10;
    private static final Pattern DOSED_TOO = Pattern.compile("(?:and |plus |also )*[a-z-]+ \\d[\\d.,]* ?(?:mg|mcg|g|ml|units?)\\b.*");

    private static final Pattern PERSON = Pattern.compile("(?:ist|surgeon|(?<!^)doctor|clinic|iatrician|midwife|social worker|counselor)$");

    private final Reading reading;
    private final List<Clause> clauses;
    private final Lexicon lexicon;
    private final OrderDetails details;
    private final OrderIntent intent;
    private final List<Problems.Problem> problems;
    private final Map<String, ProposedOrder> found = new LinkedHashMap<>();

    OrderFinder(Reading reading, Lexicon lexicon) {
        this.reading = reading;
        this.lexicon = lexicon;
        this.clauses = Clauses.of(reading.segments());
        this.problems = Problems.in(clauses);
        this.details = new OrderDetails(reading);
        this.intent = new OrderIntent(clauses);
    }

    /** All orders that stand at the end of the visit, in the order in which they were given. */
    List<ProposedOrder> all() {
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            boolean question = clause.asked() && !STATED.matcher(clause.text()).find();
            if (clause.role() != Role.CLINICIAN || question) {
                continue;
            }
            if (OrderCues.any(RETRACTED, clause.text())) {
                retract(clause);
            } else if (OrderIntent.is(clause.text())) {
                propose(i, clause);
            } else if (i > 0 && DOSED_TOO.matcher(clause.text()).matches() && OrderIntent.is(clauses.get(i - 1).text())
                    && clauses.get(i - 1).turn() == clause.turn()) {
                goOn(i, clause);
            }
        }
        decline();
        return List.copyOf(found.values());
    }

    /** "Start naproxen 500 mg twice a day" "and Flexeril 10 mg twice a day as well": the verb stands in the clause before. */
    private void goOn(int at, Clause clause) {
        drugAction(clauses.get(at - 1).text()).filter(action -> action == Action.START || action == Action.CONTINUE).ifPresent(action -> lexicon.find(clause.text()).stream()
                .filter(object -> object.concept().kind() == ConceptKind.MEDICATION && object.begin() <= LEAD)
                .findFirst()
                .ifPresent(object -> keep(drug(at, clause, object, action), object.concept())));
    }

    private void propose(int at, Clause clause) {
        String text = clause.text();
        boolean any = false;
        int verbEnd = 0;
        Optional<ProposedOrder> drug = Optional.empty();
        for (Lexicon.Found object : lexicon.find(text)) {
            String before = text.substring(0, object.begin());
            if (OrderCues.any(NEGATED, before) || before.contains(" because ") || before.contains(" since ")) {
                continue;
            }
            Optional<ProposedOrder> order = isNamedBesides(text, object) ? Optional.empty() : order(at, clause, object, before);
            if (order.isEmpty() && object.concept().kind() == ConceptKind.MEDICATION && JOINED.matcher(text.substring(verbEnd, object.begin())).matches()) {
                // "Start naproxen 500 mg twice a day and Flexeril 10 mg": the verb stands before the first.
                order = drug.map(first -> drug(at, clause, object, first.action()));
            }
            if (order.isPresent()) {
                keep(order.get(), object.concept());
                any = true;
            }
            drug = order.filter(one -> one.kind() == Kind.MEDICATION);
            verbEnd = object.end();
        }
        if (!any && OrderCues.any(REFERRED.subList(0, 5), text) && !OrderCues.any(NEGATED, text)) {
            referral(at, clause).ifPresent(order -> found.putIfAbsent(key(order, order.what()), order));
        }
        if (OrderCues.any(FOLLOWED, text) && !OrderCues.any(NEGATED, text) && verbEnd >= 0) {
            followUp(at, clause).ifPresent(order -> found.putIfAbsent(order.kind().name(), order));
        }
    }

    /** "An anti-inflammatory, naproxen" and "Flexeril, which is a muscle relaxer" are one drug, and it has a name. */
    private boolean isNamedBesides(String text, Lexicon.Found object) {
        String rest = text.substring(object.end());
        return object.concept().system().equals("drug class")
                && (text.substring(0, object.begin()).matches(".*\\b(?:which|that) is an? (?:\\w+ )?$")
                        || lexicon.find(rest).stream().findFirst().filter(next -> next.concept().kind() == ConceptKind.MEDICATION
                                && rest.substring(0, next.begin()).matches(",? (?:called |like |that |the )?")).isPresent());
    }

    private Optional<ProposedOrder> order(int at, Clause clause, Lexicon.Found object, String before) {
        Concept concept = object.concept();
        if (NO_ORDER.matcher(concept.name()).matches()) {
            return Optional.empty();
        }
        return switch (concept.kind()) {
            case MEDICATION -> drugAction(before).map(action -> drug(at, clause, object, action));
            case TEST -> concept.system().equals("vital signs") || !OrderCues.any(DONE, before)
                    ? Optional.empty()
                    : Optional.of(plain(at, clause, object, testKind(concept), ""));
            case PROCEDURE -> OrderCues.any(DONE, before)
                    ? Optional.of(plain(at, clause, object, Kind.PROCEDURE, ""))
                    : Optional.empty();
            case TREATMENT -> OrderCues.any(REFERRED, before) && SERVICE.matcher(text(clause, object)).find()
                    ? Optional.of(plain(at, clause, object, Kind.REFERRAL, ""))
                    : Optional.empty();
            case SYMPTOM, DISEASE, FINDING, ANATOMY, HABIT, ALLERGY, PERSON -> Optional.empty();
        };
    }

    private ProposedOrder drug(int at, Clause clause, Lexicon.Found object, Action action) {
        OrderDetails.Dose said = details.of(clause, object.concept());
        OrderDetails.Dose dose = action == Action.STOP ? said : OrderDetails.withFrequency(said, clauses, at);
        Reason why = why(at, clause, object);
        boolean brand = object.type().equals("BRAND_NAME");
        String what = OrderDetails.written(brand ? Prose.capital(text(clause, object)) : text(clause, object));
        Set<Integer> evidence = new TreeSet<>(dose.evidence());
        evidence.addAll(why.evidence);
        evidence.add(clause.segment());
        List<String> rest = new ArrayList<>(dose.inOrder());
        rest.add(why.text.isEmpty() || action == Action.STOP ? "" : "for " + why.text);
        rest.add(OrderIntent.quoted(intent.condition(at)));
        String verb = action.name().toLowerCase(Locale.ROOT);
        return new ProposedOrder(
                Kind.MEDICATION, action, what, dose.named(), why.text, "", intent.condition(at),
                Grammar.bid(verb, what, rest), object.concept().codes(), List.copyOf(evidence));
    }

    private ProposedOrder plain(int at, Clause clause, Lexicon.Found object, Kind kind, String service) {
        String text = clause.text();
        String what = text(clause, object);
        Matcher site = SITE.matcher(text.substring(object.end()));
        boolean sited = kind != Kind.REFERRAL && site.lookingAt()
                && lexicon.find(site.group()).stream().anyMatch(one -> one.concept().kind() == ConceptKind.ANATOMY);
        String whole = sited ? what + site.group().replaceAll(" (?:your|his|her) ", " the ") : what;
        Reason why = why(at, clause, object);
        String when = details.when(text.substring(object.end()));
        Set<Integer> evidence = new TreeSet<>(why.evidence);
        evidence.add(clause.segment());
        List<String> rest = List.of(
                why.text.isEmpty() || sited && whole.contains(why.text) ? "" : "for " + why.text, when, OrderIntent.quoted(intent.condition(at)));
        String written = OrderDetails.written(whole);
        boolean article = ARTICLE.matcher(text.substring(0, object.begin())).find() && !whole.endsWith("s");
        String sentence = switch (kind) {
            case REFERRAL -> Grammar.bid("refer", "the patient to " + written, rest);
            case PROCEDURE -> Grammar.bid("plan", (article ? article(written) : "") + written, rest);
            case LAB, IMAGING, TEST, MEDICATION, FOLLOW_UP ->
                Grammar.bid("order", (article ? article(written) : "") + written, rest);
        };
        return new ProposedOrder(
                kind, Action.ORDER, written, Map.of(), why.text, when, intent.condition(at), sentence, object.concept().codes(),
                List.copyOf(evidence));
    }

    private Optional<ProposedOrder> referral(int at, Clause clause) {
        Matcher consult = CONSULT.matcher(clause.text());
        if (consult.find() && SERVICE.matcher(consult.group(1)).find()) {
            return Optional.of(referral(at, clause, consult.group(1)));
        }
        Matcher whom = TO_WHOM.matcher(clause.text());
        while (whom.find()) {
            String service = whom.group(1).strip();
            if (SERVICE.matcher(service).find()) {
                Matcher end = SERVICE.matcher(service);
                int last = 0;
                while (end.find()) {
                    last = end.end();
                }
                return Optional.of(referral(at, clause, service.startsWith("dr") ? service : service.substring(0, last)));
            }
        }
        return Optional.empty();
    }

    private ProposedOrder referral(int at, Clause clause, String what) {
        Reason why = why(at, clause, null);
        Set<Integer> evidence = new TreeSet<>(why.evidence);
        evidence.add(clause.segment());
        String sentence = Grammar.bid(
                "refer", "the patient to " + person(OrderDetails.written(what)),
                List.of(why.text.isEmpty() ? "" : "for " + why.text, OrderIntent.quoted(intent.condition(at))));
        return new ProposedOrder(
                Kind.REFERRAL, Action.ORDER, what, Map.of(), why.text, "", intent.condition(at), sentence, List.of(), List.copyOf(evidence));
    }

    private Optional<ProposedOrder> followUp(int at, Clause clause) {
        String when = details.when(clause.text());
        if (when.isEmpty() || !intent.condition(at).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ProposedOrder(
                Kind.FOLLOW_UP, Action.ORDER, "follow-up visit", Map.of(), "", when, "",
                Grammar.bid("follow up", "", List.of(when)), List.of(), List.of(clause.segment())));
    }

    /** The last that was said of a drug holds, unless it only repeats that it is taken. */
    private void keep(ProposedOrder order, Concept concept) {
        String key = key(order, concept.name());
        ProposedOrder before = found.get(key);
        boolean repeats = order.kind() != Kind.MEDICATION || (order.action() == Action.CONTINUE);
        if (before == null) {
            found.put(key, order);
        } else if (!repeats) {
            boolean fuller = before.details().size() > order.details().size()
                    && (before.action() == order.action() || order.action() == Action.START);
            if (!fuller) {
                found.put(key, order);
            }
        }
    }

    private static String key(ProposedOrder order, String name) {
        return order.kind() + " " + name;
    }

    /** What is taken back: what it names, or the order before it where it names nothing. */
    private void retract(Clause clause) {
        List<String> names = lexicon.find(clause.text()).stream().map(one -> one.concept().name()).toList();
        boolean any = found.keySet().removeIf(key -> names.stream().anyMatch(name -> key.endsWith(" " + name)));
        boolean bare = OrderCues.any(RETRACTED.subList(0, 1), clause.text());
        if (!any && bare && !found.isEmpty()) {
            found.remove(List.copyOf(found.keySet()).getLast());
        }
    }

    /** What the patient declines in the turn right after: that which is named, else all that was ordered in the turn before. */
    private void decline() {
        List<Segment> segments = reading.segments();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            String said = segment.text().toLowerCase(Locale.ROOT).replace('\u2019', '\'').replace("n't", " not").replace("'m", " am")
                    .replace("'d", " would").replace("'ll", " will");
            if (segment.speaker().role() != Role.PATIENT || !OrderCues.any(DECLINED, said)) {
                continue;
            }
            int turn = segment.turn();
            List<String> names = lexicon.find(said).stream().map(one -> one.concept().name()).toList();
            boolean named = found.keySet().stream().anyMatch(key -> names.stream().anyMatch(name -> key.endsWith(" " + name)));
            found.entrySet().removeIf(order -> {
                boolean before = order.getValue().evidence().stream()
                        .anyMatch(at -> segments.get(at).turn() == turn - 1);
                return before && (!named || names.stream().anyMatch(name -> order.getKey().endsWith(" " + name)));
            });
        }
    }

    /** For what, as the clause says it, or the problem that is being talked about. */
    private Reason why(int at, Clause clause, Lexicon.@org.jspecify.annotations.Nullable Found object) {
        String text = OrderIntent.withoutCondition(clause.text());
        int from = object == null ? 0 : object.end();
        Matcher given = Pattern.compile("\\bfor (?:your |the |this |that |his |her )?").matcher(text);
        while (from <= text.length() && given.find(Math.min(from, text.length()))) {
            for (Lexicon.Found reason : lexicon.find(text.substring(given.end()))) {
                boolean condition = reason.concept().kind() == ConceptKind.DISEASE
                        || reason.concept().kind() == ConceptKind.SYMPTOM;
                if (condition && reason.begin() <= 14) {
                    return new Reason(text.substring(given.end(), given.end() + reason.end()), List.of());
                }
            }
            from = given.end();
        }
        Problems.Problem problem = null;
        for (Problems.Problem one : problems) {
            boolean here = one.clause() <= at && clauses.get(one.clause()).turn() == clause.turn();
            problem = here ? one : problem;
        }
        boolean condition = problem != null && lexicon.concept(problem.name())
                .filter(one -> one.kind() == ConceptKind.DISEASE || one.kind() == ConceptKind.SYMPTOM)
                .isPresent();
        return condition && problem != null ? new Reason(problem.name(), List.of(problem.segment())) : Reason.NONE;
    }

    private record Reason(String text, List<Integer> evidence) {
        private static final Reason NONE = new Reason("", List.of());
    }

    /** A person with an article, a service without. */
    static String person(String service) {
        return (PERSON.matcher(service).find() ? article(service) : "") + service;
    }

    static String article(String noun) {
        boolean letters = noun.matches("[AEFHILMNORSX][A-Z].*") || noun.matches("x-ray.*");
        return letters || noun.matches("(?i)(?:[aeio]|ul|up).*") ? "an " : "a ";
    }

    private static String text(Clause clause, Lexicon.Found object) {
        return clause.text().substring(object.begin(), object.end());
    }

    /** The verb nearest before the drug decides. */
    private static Optional<Action> drugAction(String before) {
        Action best = null;
        int at = -1;
        for (Map.Entry<Action, List<Pattern>> entry : OF_DRUGS.entrySet()) {
            Matcher matcher = entry.getValue().getFirst().matcher(before);
            while (matcher.find()) {
                boolean nearer = matcher.start() > at && before.length() - matcher.end() <= NEAR;
                best = nearer ? entry.getKey() : best;
                at = nearer ? matcher.start() : at;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Kind testKind(Concept concept) {
        return switch (concept.system()) {
            case "laboratory" -> Kind.LAB;
            case "imaging" -> Kind.IMAGING;
            default -> Kind.TEST;
        };
    }

    private static Map<Action, List<Pattern>> ofDrugs() {
        Map<Action, List<Pattern>> cues = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            if (action != Action.ORDER) {
                cues.put(action, OrderCues.list(action.name()));
            }
        }
        return cues;
    }
}
