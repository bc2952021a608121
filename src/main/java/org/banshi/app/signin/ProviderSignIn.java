package org.banshi.app.signin;

import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.ProviderSettings.Audience;
import org.banshi.app.signin.ProviderSettings.Provider;
import org.banshi.app.signin.Providers.Vouched;
import org.banshi.app.signin.SignIn.Entered;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/**
 * Who comes in by what a provider vouches for. A citizen who is not known yet becomes known by it;
 * of who is known name and number must both be the same, the account's level is never lowered, and
 * the session's is that of whoever knows less. Whom the provider knows less well than is known here
 * it may vouch for once the holder came back from it while logged in here. Staff have to have an
 * account, and prove their second factor here.
 */
final class ProviderSignIn {

    private final Citizens citizens;
    private final Registration registration;
    private final SignIn signIn;
    private final ProviderLinks links;

    ProviderSignIn(
            Citizens citizens, Registration registration, SignIn signIn, ProviderLinks links) {
        this.links = links;
        this.citizens = citizens;
        this.registration = registration;
        this.signIn = signIn;
    }

    /**
     * Begins a session, or goes on with the one that the same browser has for the same account.
     *
     * @param replaced the token that the same browser had before, or null
     * @throws BadCredentialsException when what is vouched for is nobody who may come in
     * @throws RefusedException when it is not enough to become known
     * @throws SignInRefusedException when the holder has to log in here first
     */
    Entered enter(Vouched vouched, @Nullable String replaced) {
        Provider provider = vouched.provider();
        if (provider.audience() == Audience.STAFF) {
            String account = claim(vouched, provider.accountClaim());
            return signIn.enterVouched(account, null, replaced);
        }
        String account = citizen(vouched, replaced);
        int level = provider.trustLevel();
        Entered entered =
                Optional.ofNullable(replaced)
                        .flatMap(token -> signIn.vouchedAgain(account, level, token))
                        .orElseGet(() -> signIn.enterVouched(account, level, replaced));
        links.add(entered.account().account(), vouched.name());
        return entered;
    }

    /** Whether the provider may vouch for this account. */
    boolean isLinked(String account, String provider) {
        return links.has(account, provider);
    }

    private String citizen(Vouched vouched, @Nullable String here) {
        Provider provider = vouched.provider();
        String name = claim(vouched, provider.nameClaim());
        String number = claim(vouched, provider.numberClaim());
        Proof proof = new Proof(Proof.Way.PROVIDER, vouched.name(), provider.trustLevel());
        Actor by = Actor.system("registration");
        try {
            Optional<Known> known = citizens.byNumber(number);
            if (known.isPresent()) {
                Registration.demandName(known.get(), name);
                demandLink(known.get().account(), vouched, here);
                registration.prove(by, known.get(), name, proof);
                return known.get().account().account();
            }
            String phone = claim(vouched, provider.phoneClaim());
            Applicant details =
                    new Applicant(
                            name,
                            IdentityNumber.canonical(number),
                            MobileNumber.parse(phone)
                                    .value()
                                    .map(MobileNumber::value)
                                    .orElse(phone),
                            null);
            return registration.registerVouched(by, details, proof);
        } catch (CommandExecutionException failed) {
            throw failed.getCause() instanceof RefusedException refused ? refused : failed;
        }
    }

    private void demandLink(Account account, Vouched vouched, @Nullable String here) {
        if (account.trustLevel() > vouched.provider().trustLevel()
                && !links.has(account.account(), vouched.name())
                && !links.isHere(account.account(), here)) {
            throw SignInRefusedException.of(Why.PROVIDER_UNLINKED);
        }
    }

    private static String claim(Vouched vouched, String claim) {
        return vouched.claim(claim)
                .orElseThrow(() -> new BadCredentialsException("a claim is missing"));
    }
}
