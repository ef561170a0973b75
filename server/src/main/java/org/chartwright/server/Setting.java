package org.chartwright.server;

/** Every setting there is, under the name of the room it belongs to. What is not here does not exist. */
public enum Setting {
    /** Address to listen on. */
    SERVER_HOST("server.host", "127.0.0.1", "the address to listen on; loopback unless TLS is ended before it"),
    /** Port. */
    SERVER_PORT("server.port", "8080", "the port to listen on; 0 takes a free one"),
    /** Certificate. */
    SERVER_TLS_CERTIFICATE("server.tls-certificate", "", "a PEM file with this server's certificate and those that signed it;"
            + " read again when it changes"),
    /** Its key. */
    SERVER_TLS_KEY("server.tls-key", "", "the PEM file with its private key, without a password"),
    /** No TLS. */
    SERVER_PLAIN_HTTP("server.plain-http", "false", "whether to listen beyond loopback without TLS, because it is ended"
            + " before this server"),
    /** Data folder. */
    SERVER_DATA("server.data", "data", "the folder that holds everything this server keeps"),
    /** Role. */
    SERVER_ROLE("server.role", "all", "all, api (takes requests, runs no job) or worker (runs jobs, takes no request)"),
    /** Signing keys. */
    AUDIT_KEYS("audit.keys", "", "the folder of the key that signs the audit record; default: audit in the data folder"),
    /** Address for operators. */
    ADMIN_HOST("admin.host", "127.0.0.1", "the address for operators: metrics and health"),
    /** Port for operators. */
    ADMIN_PORT("admin.port", "0", "its port; 0 takes a free one, which is told at the start"),
    /** CloudTrail-shaped records. */
    AUDIT_CLOUDTRAIL("audit.cloudtrail", "", "a file that API calls are appended to in the form of CloudTrail's records"),
    /** Rates of calls. */
    METERING_RATES("metering.rates", "StartMedicalScribeJob=25,GetMedicalScribeJob=30,DeleteMedicalScribeJob=5,"
            + "ListMedicalScribeJobs=5,*=25", "how many calls a second a tenant may make, by operation; 0: any number"),
    /** Open jobs. */
    METERING_OPEN_JOBS("metering.open-jobs", "10000", "how many jobs a tenant may have queued or in progress; 0: any number"),
    /** Hours of audio. */
    METERING_HOURS("metering.hours-a-month", "0", "how many hours of audio a tenant may have done in a month; 0: any number"),
    /** Own price. */
    METERING_PRICE("metering.price-an-hour", "", "what an hour of audio costs you, such as 1.40 EUR; administrators see cost then"),
    /** Trusted webhook hosts. */
    EVENTS_TRUSTED_HOSTS("events.trusted-hosts", "", "hosts of webhooks that may be in your own network and do without TLS,"
            + " separated by commas"),
    /** Trusted hosts of hospital systems. */
    EHR_TRUSTED_HOSTS("ehr.trusted-hosts", "", "hosts of hospital systems that may be in your own network and do without TLS,"
            + " separated by commas"),
    /** Certificates of hospital systems. */
    EHR_CERTIFICATES("ehr.certificates", "", "a PEM file of those whose signature makes a hospital system's certificate good;"
            + " default: those that Java trusts"),
    /** Our certificate for them. */
    EHR_CLIENT_CERTIFICATE("ehr.client-certificate", "", "the PEM certificate (chain) that is shown to hospital systems that want one"),
    /** Its key. */
    EHR_CLIENT_KEY("ehr.client-key", "", "its PEM private key, without a password"),
    /** Authorities of numbers. */
    EHR_AUTHORITIES("ehr.authorities", "", "the addresses of those who give numbers, by the short names that HL7 v2 has for"
            + " them: HOSP=urn:oid:1.2.3, separated by commas"),
    /** Port for admissions. */
    EHR_ADT_PORT("ehr.adt-port", "0", "the port for HL7 v2 messages of admission, discharge and transfer; 0: none is listened to"),
    /** Address for them. */
    EHR_ADT_HOST("ehr.adt-host", "127.0.0.1", "the address to listen for them on; loopback unless ehr.adt-clients is named"),
    /** Who may send them. */
    EHR_ADT_SENDERS("ehr.adt-senders", "", "who may send them and for which tenant, by application and facility:"
            + " ADT|HOSP=default, separated by commas"),
    /** Certificates of senders. */
    EHR_ADT_CLIENTS("ehr.adt-clients", "", "a PEM file of those whose signature makes a sender's certificate good; then they are"
            + " listened to over TLS, with server.tls-certificate"),
    /** Zone of times. */
    EHR_ADT_ZONE("ehr.adt-zone", "UTC", "the zone of times in messages that name none, such as America/New_York"),
    /** Copy of the audit record. */
    AUDIT_COPY("audit.copy", "", "a file elsewhere that the audit record is appended to as it grows"),
    /** Concurrent requests. */
    SERVER_REQUESTS("server.requests", "4000", "the most requests and streams served at a time"),
    /** Shutdown patience. */
    SERVER_PATIENCE("server.patience-seconds", "20", "how long a stop waits for requests that are being served"),
    /** Traces. */
    TELEMETRY_TRACES("telemetry.traces", "", "where traces go by OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces;"
            + " default: nowhere"),
    /** Region. */
    AWS_REGION("aws.region", "us-east-1", "the region that ARNs and messages name"),
    /** Region check. */
    AWS_ONLY_REGION("aws.only-region", "false", "whether requests signed for other regions are refused"),
    /** Public API address. */
    AWS_ENDPOINT("aws.endpoint", "", "where clients reach this server, such as https://scribe.example; default: here"),
    /** Roles nobody keeps. */
    ACCESS_ROLES("access.roles", "any", "any: a role that the tenant does not keep stands for the caller itself, with no more"
            + " than the caller's rights; strict: it is refused"),
    /** Outside database. */
    DATABASE_URL("database.url", "", "a PostgreSQL to use, jdbc:postgresql:…; default: an embedded one in the data folder"),
    /** Its user. */
    DATABASE_USER("database.user", "", "its user"),
    /** Its password. */
    DATABASE_PASSWORD("database.password", "", "its password"),
    /** Connections. */
    DATABASE_CONNECTIONS("database.connections", "8", "the most connections this process holds"),
    /** Who keeps the root key. */
    KEYS_ROOT("keys.root", "local", "who keeps the root key: local (a file of this machine), aws-kms or vault"),
    /** Root key file. */
    KEYS_FILE("keys.file", "", "the file of a local root key; default: root-key in the data folder"),
    /** KMS key. */
    KEYS_KMS_KEY("keys.kms-key", "", "the id, ARN or alias of a root key in AWS KMS"),
    /** KMS address. */
    KEYS_KMS_ENDPOINT("keys.kms-endpoint", "", "a KMS to use, such as https://kms.example; default: Amazon's own"),
    /** KMS region. */
    KEYS_KMS_REGION("keys.kms-region", "us-east-1", "its region"),
    /** KMS access key. */
    KEYS_KMS_ACCESS_KEY("keys.kms-access-key", "", "the access key to call it with; default: what the AWS SDK finds by itself"),
    /** KMS secret. */
    KEYS_KMS_SECRET_KEY("keys.kms-secret-key", "", "the secret of that key"),
    /** Named keys in KMS. */
    KEYS_KMS_RIGHTS("keys.kms-rights", "", "keys of that KMS that tenants may name for their outputs: tenant=key, separated by"
            + " commas; default: named keys are kept here"),
    /** Vault address. */
    KEYS_VAULT_ADDRESS("keys.vault-address", "", "a Vault or OpenBao, such as https://vault.example:8200"),
    /** Vault mount. */
    KEYS_VAULT_MOUNT("keys.vault-mount", "transit", "where its Transit engine is"),
    /** Vault key. */
    KEYS_VAULT_KEY("keys.vault-key", "chartwright", "the name of a root key there, of type aes256-gcm96"),
    /** Vault token. */
    KEYS_VAULT_TOKEN_FILE("keys.vault-token-file", "", "a file with the token to call it with"),
    /** Vault namespace. */
    KEYS_VAULT_NAMESPACE("keys.vault-namespace", "", "its namespace, where it has them"),
    /** Outside object store. */
    OBJECTS_ENDPOINT("objects.endpoint", "", "an S3 to use, such as https://s3.example; amazon for Amazon's own; default: an"
            + " embedded one in the data folder"),
    /** Its region. */
    OBJECTS_REGION("objects.region", "us-east-1", "its region"),
    /** Its access key. */
    OBJECTS_ACCESS_KEY("objects.access-key", "", "the access key this server signs with there"),
    /** Its secret. */
    OBJECTS_SECRET_KEY("objects.secret-key", "", "the secret of that key"),
    /** Who may use which bucket there. */
    OBJECTS_RIGHTS("objects.rights", "", "who may use which bucket there: tenant=bucket, separated by commas"),
    /** Recogniser. */
    SPEECH_ENGINE("speech.engine", "pocketsphinx", "the speech recogniser: pocketsphinx, vosk, onnx, server or"
            + " aws-transcribe"),
    /** Model folder. */
    SPEECH_MODEL("speech.model", "", "the recogniser's model folder, where it needs one to be named"),
    /** Further engines. */
    SPEECH_ENGINES("speech.engines", "", "engines that a job may choose by the tag chartwright:engine, separated by commas, each"
            + " with its model folder where it needs one, such as vosk=/models/en"),
    /** Transcription server. */
    SPEECH_SERVER_ENDPOINT("speech.server-endpoint", "", "for the engine server: where it listens, up to and including /v1"),
    /** Its model. */
    SPEECH_SERVER_MODEL("speech.server-model", "whisper-1", "the name of its model"),
    /** Its key. */
    SPEECH_SERVER_KEY_FILE("speech.server-key-file", "", "a file with the token to call it with"),
    /** Amazon Transcribe. */
    SPEECH_AWS_BUCKET("speech.aws-bucket", "", "for the engine aws-transcribe, which sends sound to Amazon: a bucket of yours, in"
            + " which pieces lie while they are heard"),
    /** Its region. */
    SPEECH_AWS_REGION("speech.aws-region", "us-east-1", "its region"),
    /** Its access key. */
    SPEECH_AWS_ACCESS_KEY("speech.aws-access-key", "", "the access key to call it with; default: what the AWS SDK finds by itself"),
    /** Its secret. */
    SPEECH_AWS_SECRET_FILE("speech.aws-secret-file", "", "a file with the secret of that key, which its owner alone may read"),
    /** Its address. */
    SPEECH_AWS_ENDPOINT("speech.aws-endpoint", "", "an address of Amazon Transcribe other than the region's own"),
    /** The bucket's address. */
    SPEECH_AWS_BUCKET_ENDPOINT("speech.aws-bucket-endpoint", "", "an address of the bucket's S3 other than the region's own"),
    /** Recognisers. */
    SPEECH_WORKERS("speech.workers", "0", "how many recognisers work at a time; 0: as many as there are processors"),
    /** Streams at a time. */
    LIVE_STREAMS("live.streams", "0", "the most streams at a time; 0: as many as there are processors"),
    /** Recognisers for streams. */
    LIVE_RECOGNISERS("live.recognisers", "0", "how many recognisers listen to streams; 0: as many as streams or processors,"
            + " whichever is less"),
    /** Engine for streams. */
    LIVE_ENGINE("live.engine", "", "the recogniser of streams where it is not the usual one, with its model folder where it needs"
            + " one, such as vosk=/models/en; aws-transcribe is not for streams"),
    /** Length of a session's sound. */
    LIVE_SOUND("live.sound-minutes", "120", "the most sound of a streamed session, over all its streams"),
    /** Life of a session. */
    LIVE_LIFE("live.life-minutes", "300", "how long a streamed session can be gone on with; then it is ended for its client"),
    /** Silence. */
    LIVE_IDLE("live.idle-seconds", "15", "how long a stream may bring no sound before it is ended"),
    /** Templates of the users' own. */
    NOTE_TEMPLATES("note.templates", "", "the folder of note templates of your own; default: templates in the data folder"),
    /** Specialty. */
    NOTE_SPECIALTY("note.specialty", "general", "the specialty of jobs without the tag chartwright:specialty"),
    /** What is written beside the two documents. */
    NOTE_PAPERS("note.papers", "", "what is written beside transcript.json and summary.json: after-visit-summary, orders,"
            + " report, audio-quality, separated by commas"),
    /** Recordings of the workspace. */
    WORKSPACE_BUCKET("workspace.bucket", "chartwright-visits", "the bucket of the workspace's recordings, in each tenant's own"
            + " store; made when it is needed, but not in an outside store"),
    /** Whose visits clinicians see. */
    WORKSPACE_VISITS("workspace.visits", "all", "which visits a clinician works with: all of the tenant's, or own; another's is then"
            + " opened with a reason, for an hour, and listed for the auditor"),
    /** Address of the workspace. */
    WORKSPACE_ADDRESS("workspace.address", "", "where browsers reach the workspace, such as https://scribe.example; default:"
            + " aws.endpoint, or http://localhost and the port"),
    /** Local accounts. */
    PEOPLE_LOCAL("people.local-accounts", "true", "whether people may sign in with a password or a passkey of this server's own"),
    /** Identity provider. */
    PEOPLE_OIDC_ISSUER("people.oidc-issuer", "", "the hospital's identity provider (OpenID Connect), exactly as it calls itself,"
            + " such as https://login.example/realms/hospital; default: none"),
    /** What people call it. */
    PEOPLE_OIDC_NAME("people.oidc-name", "your hospital", "what people call it: Sign in with …"),
    /** Client there. */
    PEOPLE_OIDC_CLIENT("people.oidc-client", "", "the id of this server's client there"),
    /** Its secret. */
    PEOPLE_OIDC_SECRET_FILE("people.oidc-secret-file", "", "a file with that client's secret, which its owner alone may read;"
            + " default: a public client, which PKCE alone protects"),
    /** Scopes. */
    PEOPLE_OIDC_SCOPES("people.oidc-scopes", "openid profile email", "what is asked for, separated by spaces"),
    /** Claim of account names. */
    PEOPLE_OIDC_ACCOUNT_CLAIM("people.oidc-account-claim", "preferred_username", "the claim that names a new account"),
    /** Claim of roles. */
    PEOPLE_OIDC_ROLE_CLAIM("people.oidc-role-claim", "roles", "the claim that holds groups or roles; dots lead into objects:"
            + " realm_access.roles"),
    /** Roles by its values. */
    PEOPLE_OIDC_ROLES("people.oidc-roles", "", "what its values mean: doctors=clinician,coders=reviewer,it=administrator,"
            + "privacy=auditor; the first that fits counts"),
    /** Claim of tenants. */
    PEOPLE_OIDC_TENANT_CLAIM("people.oidc-tenant-claim", "", "the claim that says the tenant; default: all are of one"),
    /** Tenants by its values. */
    PEOPLE_OIDC_TENANTS("people.oidc-tenants", "default", "what its values mean: clinic-north=north,clinic-south=south; without a"
            + " claim, the name of the one tenant"),
    /** Certificates of the provider. */
    PEOPLE_OIDC_CERTIFICATES("people.oidc-certificates", "", "a PEM file of those whose signature makes the provider's certificate"
            + " good; default: those that Java trusts"),
    /** Zone of days in FHIR. */
    FHIR_ZONE("fhir.zone", "UTC", "the zone of days, months and years in searches by FHIR, such as America/New_York"),
    /** EHRs that lead people here. */
    EHR_SMART_SERVERS("ehr.smart-servers", "", "the FHIR servers of EHRs that open the workspace with a visit (SMART App Launch), by"
            + " what people call them: St-Agnes=https://ehr.example/fhir/r4, separated by commas"),
    /** Whose visits. */
    EHR_SMART_TENANTS("ehr.smart-tenants", "", "the tenant of each by the same names: St-Agnes=north, separated by commas; default:"
            + " default"),
    /** Client there. */
    EHR_SMART_CLIENT("ehr.smart-client", "", "the id of this server's client there"),
    /** Its secret. */
    EHR_SMART_SECRET_FILE("ehr.smart-secret-file", "", "a file with that client's secret, which its owner alone may read; default: a"
            + " public client, which PKCE alone protects"),
    /** Its keys. */
    EHR_SMART_KEY_FILE("ehr.smart-key-file", "", "a file with that client's private keys instead of a secret, as ./chartwright ehr"
            + " make-key writes it, which its owner alone may read; the first signs"),
    /** Jobs at a time. */
    SCRIBING_JOBS("scribing.jobs", "2", "how many jobs this process works on at a time");

    private final String key;
    private final String usual;
    private final String meaning;

    Setting(String key, String usual, String meaning) {
        this.key = key;
        this.usual = usual;
        this.meaning = meaning;
    }

    /** Its name in a configuration file. */
    public String key() {
        return key;
    }

    /** Its value when it is not set. */
    public String usual() {
        return usual;
    }

    /** What it does, for people. */
    public String meaning() {
        return meaning;
    }
}
