package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Passkeys by Spring Security's relying party, always with the user verified on the device. Only
 * challenges are kept our own way: in the database, for any node, and for one answer.
 */
final class Passkeys {

    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
            ASSERTION = new TypeReference<>() {};

    private final PublicKeyCredentialUserEntityRepository users;
    private final UserCredentialRepository credentials;
    private final Challenges challenges;
    private final Sessions sessions;
    private final Supplier<URI> origin;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJackson2Module()).build();
    private @Nullable WebAuthnRelyingPartyOperations party;

    /**
     * @param origin where browsers find the platform; asked for when first needed
     */
    Passkeys(JdbcOperations jdbc, Challenges challenges, Sessions sessions, Supplier<URI> origin) {
        this.users = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        this.credentials = new JdbcUserCredentialRepository(jdbc);
        this.challenges = challenges;
        this.sessions = sessions;
        this.origin = origin;
    }

    /** A question to an authenticator, and the key with which its answer is handed in. */
    record Question(String options, String key) {}

    /** Asks for a new passkey of whoever is logged in. */
    Question askNew(Authentication who) {
        PublicKeyCredentialCreationOptions options = creation(who);
        return new Question(write(options), challenges.keep(options.getChallenge().getBytes()));
    }

    /**
     * Keeps a new passkey.
     *
     * @param token of the session that adds it
     * @throws BadCredentialsException when it does not answer the question, or the session has
     *     ended
     */
    void add(Authentication who, String answer, @Nullable String key, String token) {
        Bytes challenge = challenge(key);
        try {
            RelyingPartyPublicKey made = json.readValue(answer, RelyingPartyPublicKey.class);
            PublicKeyCredentialCreationOptions asked = creation(who);
            ImmutableRelyingPartyRegistrationRequest registration =
                    new ImmutableRelyingPartyRegistrationRequest(
                            PublicKeyCredentialCreationOptions.builder()
                                    .rp(asked.getRp())
                                    .user(asked.getUser())
                                    .challenge(challenge)
                                    .pubKeyCredParams(asked.getPubKeyCredParams())
                                    .timeout(asked.getTimeout())
                                    .excludeCredentials(asked.getExcludeCredentials())
                                    .authenticatorSelection(asked.getAuthenticatorSelection())
                                    .attestation(asked.getAttestation())
                                    .extensions(asked.getExtensions())
                                    .build(),
                            made);
            sessions.whileItStands(
                    token, who.getName(), () -> party().registerCredential(registration));
        } catch (JsonProcessingException | WebAuthnException | IllegalArgumentException wrong) {
            throw new BadCredentialsException("not the passkey that was asked for", wrong);
        }
    }

    /** Asks for any passkey; the answer names whose it is. */
    Question askAny() {
        PublicKeyCredentialRequestOptions options = request();
        return new Question(write(options), challenges.keep(options.getChallenge().getBytes()));
    }

    /**
     * Whose passkey answered.
     *
     * @return the account
     * @throws BadCredentialsException when it is nobody's, or the device did not verify its user
     */
    String prove(String answer, @Nullable String key) {
        Bytes challenge = challenge(key);
        try {
            PublicKeyCredentialRequestOptions asked = request();
            PublicKeyCredentialUserEntity user =
                    party().authenticate(
                                    new RelyingPartyAuthenticationRequest(
                                            PublicKeyCredentialRequestOptions.builder()
                                                    .challenge(challenge)
                                                    .rpId(asked.getRpId())
                                                    .timeout(asked.getTimeout())
                                                    .allowCredentials(asked.getAllowCredentials())
                                                    .userVerification(asked.getUserVerification())
                                                    .extensions(asked.getExtensions())
                                                    .build(),
                                            json.readValue(answer, ASSERTION)));
            if (user == null) {
                throw new BadCredentialsException("nobody's passkey");
            }
            return user.getName();
        } catch (JsonProcessingException | WebAuthnException | IllegalArgumentException wrong) {
            throw new BadCredentialsException("no such passkey", wrong);
        }
    }

    /** The passkeys of an account. */
    List<CredentialRecord> of(String account) {
        PublicKeyCredentialUserEntity user = users.findByUsername(account);
        return user == null ? List.of() : credentials.findByUserId(user.getId());
    }

    /** Forgets one of the account's own; nothing when it is another's. */
    void remove(String account, String id) {
        of(account).stream()
                .map(CredentialRecord::getCredentialId)
                .filter(it -> it.toBase64UrlString().equals(id))
                .forEach(credentials::delete);
    }

    private PublicKeyCredentialCreationOptions creation(Authentication who) {
        return party().createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    private PublicKeyCredentialRequestOptions request() {
        return party().createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    private Bytes challenge(@Nullable String key) {
        return challenges
                .take(key == null ? "" : key)
                .map(Bytes::new)
                .orElseThrow(
                        () -> new BadCredentialsException("nothing was asked, or too long ago"));
    }

    private String write(Object options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options cannot be written", e);
        }
    }

    private synchronized WebAuthnRelyingPartyOperations party() {
        if (party == null) {
            URI here = origin.get();
            Webauthn4JRelyingPartyOperations operations =
                    new Webauthn4JRelyingPartyOperations(
                            users,
                            credentials,
                            PublicKeyCredentialRpEntity.builder()
                                    .id(here.getHost())
                                    .name("Banshi 办事")
                                    .build(),
                            Set.of(here.toString()));
            operations.setCustomizeCreationOptions(
                    options ->
                            options.authenticatorSelection(
                                    AuthenticatorSelectionCriteria.builder()
                                            .residentKey(ResidentKeyRequirement.REQUIRED)
                                            .userVerification(UserVerificationRequirement.REQUIRED)
                                            .build()));
            operations.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            party = operations;
        }
        return party;
    }
}
