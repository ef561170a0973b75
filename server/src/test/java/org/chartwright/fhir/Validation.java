package org.chartwright.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * The HAPI validator, offline: R4 always, and US Core 6.1.0 where its package lies in {@code ../shared/fhir}. Codes of
 * terminologies that are not here (LOINC, ICD-10-CM, RxNorm, SNOMED CT) cannot be looked up, which is no error of ours.
 */
public final class Validation {

    private static final Path US_CORE = Path.of("../../shared/fhir/us-core-6.1.0.tgz");
    private static FhirValidator validator;

    private Validation() {}

    public static synchronized void assertValid(Resource resource) {
        if (validator == null) {
            validator = make();
        }
        List<String> errors = validator.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .filter(message -> !isAboutAnAbsentProfile(message))
                .filter(message -> !message.getMessage().contains("http://loinc.org"))
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
        assertThat(errors).as(resource.fhirType()).isEmpty();
    }

    /** IHE's profiles are in no package that a build can fetch. */
    private static boolean isAboutAnAbsentProfile(SingleValidationMessage message) {
        return (!Files.exists(US_CORE) && message.getMessage().contains("us/core"))
                || message.getMessage().contains("profiles.ihe.net");
    }

    private static FhirValidator make() {
        FhirContext context = FhirContext.forR4Cached();
        ValidationSupportChain chain = new ValidationSupportChain();
        if (Files.exists(US_CORE)) {
            chain.addValidationSupport(usCore(context));
        }
        chain.addValidationSupport(new DefaultProfileValidationSupport(context));
        chain.addValidationSupport(new CommonCodeSystemsTerminologyService(context));
        chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(context));
        chain.addValidationSupport(new SnapshotGeneratingValidationSupport(context));
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setAnyExtensionsAllowed(true);
        module.setNoTerminologyChecks(false);
        return context.newValidator().registerValidatorModule(module);
    }

    private static PrePopulatedValidationSupport usCore(FhirContext context) {
        PrePopulatedValidationSupport support = new PrePopulatedValidationSupport(context);
        try (InputStream file = Files.newInputStream(US_CORE)) {
            NpmPackage read = NpmPackage.fromPackage(file);
            for (String type : List.of("StructureDefinition", "ValueSet", "CodeSystem")) {
                for (String name : read.getFolders().get("package").listFiles()) {
                    if (name.startsWith(type + "-")) {
                        String json = new String(read.getFolders().get("package").fetchFile(name), StandardCharsets.UTF_8);
                        support.addResource(context.newJsonParser().parseResource(json));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return support;
    }
}
