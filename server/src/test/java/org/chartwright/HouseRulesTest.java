package org.chartwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the rooms apart. The rules and why they are there: ARCHITECTURE.md and INVARIANTS.md. */
final class HouseRulesTest {

    private static final String BASE = "org.chartwright";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LARGEST_FILE = 400;
    private static final int LONGEST_CONSTRUCTOR = 7;

    /** Libraries that belong to some rooms only, by package prefix. */
    private static final Map<String, Set<String>> FENCES = Map.ofEntries(
            Map.entry("org.springframework", Set.of("server", "people")),
            Map.entry("com.eatthepath", Set.of("people")),
            Map.entry("com.webauthn4j", Set.of("people")),
            Map.entry("io.micrometer", Set.of("server")),
            Map.entry("io.opentelemetry", Set.of("server")),
            Map.entry("org.eclipse.jetty", Set.of("server", "objects", "events")),
            Map.entry("jakarta.servlet", Set.of("server", "aws", "objects", "fhir", "workspace")),
            Map.entry("ca.uhn.fhir", Set.of("fhir")),
            Map.entry("ca.uhn.hl7v2", Set.of("ehr")),
            Map.entry("org.hl7.fhir", Set.of("fhir")),
            Map.entry("org.apache.fontbox", Set.of("fhir")),
            Map.entry("org.apache.pdfbox", Set.of("fhir")),
            Map.entry("com.nimbusds", Set.of("fhir", "people")),
            Map.entry("com.github.kagkarlsson", Set.of("scribing")),
            Map.entry("org.flywaydb", Set.of("database")),
            Map.entry("io.zonky", Set.of("database")),
            Map.entry("com.zaxxer", Set.of("database")),
            Map.entry("org.postgresql", Set.of("database")),
            Map.entry("org.jdbi", Set.of("database", "ehr", "keys", "custody", "access", "audit", "scribing", "live", "chart", "fhir", "metering", "events", "people", "review", "workspace")),
            Map.entry("org.apache.commons.codec", Set.of("people")),
            Map.entry("org.apache.commons.text", Set.of("review")),
            Map.entry("com.github.difflib", Set.of("review")),
            Map.entry("org.gaul", Set.of("objects")),
            Map.entry("software.amazon.awssdk.services.s3", Set.of("objects", "cli", "speech")),
            Map.entry("com.google.crypto.tink", Set.of("keys")),
            Map.entry("software.amazon.awssdk.services.kms", Set.of("keys")),
            Map.entry("software.amazon.awssdk.services.transcribe", Set.of("cli", "speech")),
            Map.entry("org.vosk", Set.of("speech")),
            Map.entry("ai.onnxruntime", Set.of("speech")),
            Map.entry("simplenlg", Set.of("note")),
            Map.entry("picocli", Set.of("cli")));

    private static JavaClasses classes;
    private static Map<String, Room> rooms;

    @BeforeAll
    static void readTheHouse() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(BASE);
        rooms = new TreeMap<>();
        for (JavaClass declared : classes) {
            if (declared.getSimpleName().equals("package-info")) {
                declared.tryGetAnnotationOfType(Room.class).ifPresent(room -> rooms.put(roomOf(declared), room));
            }
        }
    }

    @Test
    void everyClassLivesInADeclaredRoom() {
        Set<String> homeless = classes.stream()
                .filter(type -> !type.getPackageName().equals(BASE))
                .filter(type -> !rooms.containsKey(roomOf(type)))
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(homeless).isEmpty();
    }

    @Test
    void roomsUseOnlyTheRoomsTheyDeclare() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass type : classes) {
            String from = roomOf(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(target) && !allowed(from, roomOf(target))) {
                    breaches.add(from + " -> " + roomOf(target) + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    /** javac copies constants into the class that uses them, so bytecode does not show such an edge; imports do. */
    @Test
    void importsCrossOnlyDeclaredEdges() {
        Pattern imported = Pattern.compile("^import (?:static )?org\\.chartwright\\.(\\w+)\\.", Pattern.MULTILINE);
        Set<String> breaches = new TreeSet<>();
        for (Path file : sources()) {
            String from = SOURCES.resolve("org/chartwright").relativize(file).getName(0).toString();
            imported.matcher(read(file)).results().map(match -> match.group(1)).forEach(to -> {
                if (!allowed(from, to)) {
                    breaches.add(file + " imports from " + to);
                }
            });
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void roomsHaveNoCycles() {
        SlicesRuleDefinition.slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void librariesStayInTheirRooms() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                FENCES.forEach((library, homes) -> {
                    if ((target + ".").startsWith(library + ".") && !homes.contains(roomOf(type))) {
                        breaches.add(type.getName() + " uses " + library);
                    }
                });
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void theSharedWordsNeedOnlyTheJdk() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".encounter..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(BASE + ".encounter..", BASE, "java..", "org.jspecify..")
                .because("every room and every face speaks these words")
                .check(classes);
    }

    @Test
    void namesSayWhatAThingIs() {
        Pattern vague = Pattern.compile(".*(Util|Utils|Helper|Manager|Common|Impl|Dto)$");
        assertThat(classes.stream().map(JavaClass::getSimpleName).filter(vague.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void filesAndConstructorsStaySmall() {
        Set<String> large = new TreeSet<>();
        for (Path file : sources()) {
            long lines = read(file).lines().count();
            if (lines > LARGEST_FILE) {
                large.add(file + ": " + lines + " lines");
            }
        }
        for (JavaClass type : classes) {
            if (!type.isRecord()) {
                type.getConstructors().stream()
                        .filter(made -> made.getRawParameterTypes().size() > LONGEST_CONSTRUCTOR)
                        .forEach(made -> large.add(made.getFullName()));
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void bannedCallsAreNotMade() {
        Map<String, String> banned = Map.of(
                "System\\.(out|err)\\b", "only the command line talks to a terminal; use a logger",
                "\\bInstant\\.now\\(\\)", "time is a collaborator: take a Clock",
                "\\bnew Random\\(\\)|Math\\.random\\(", "luck is a collaborator: take a seeded source",
                "\\bObject(In|Out)putStream\\b", "Java serialization reads whatever it is fed",
                "\\.printStackTrace\\(", "log it, without clinical text");
        Set<String> breaches = new TreeSet<>();
        for (Path file : sources()) {
            boolean commandLine = file.startsWith(SOURCES.resolve("org/chartwright/cli"));
            String text = read(file);
            banned.forEach((pattern, reason) -> {
                boolean excused = commandLine && pattern.startsWith("System");
                if (!excused && Pattern.compile(pattern).matcher(text).find()) {
                    breaches.add(file + ": " + reason);
                }
            });
        }
        assertThat(breaches).isEmpty();
    }

    private static boolean allowed(String from, String to) {
        if (from.equals(to) || to.isEmpty()) {
            return true;
        }
        Room room = rooms.get(from);
        if (room == null) {
            return false;
        }
        List<String> mayUse = List.of(room.mayUse());
        return mayUse.contains("*") ? !to.equals("cli") : mayUse.contains(to);
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(BASE + ".");
    }

    private static String roomOf(JavaClass type) {
        String rest = type.getPackageName().substring(BASE.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.getParent().compareTo(SOURCES.resolve("org/chartwright")) != 0)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
