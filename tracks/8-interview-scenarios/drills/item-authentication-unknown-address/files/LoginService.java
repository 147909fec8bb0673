package example.travel.login;

import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;

public final class LoginService {
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final TryLimit limit;

    public LoginService(Accounts accounts, PasswordEncoder encoder, TryLimit limit) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.limit = limit;
    }

    public LoginResult login(String address, String password, String ip) {
        if (!limit.allows(ip)) {
            return LoginResult.tooManyTries();
        }
        Optional<Account> found = accounts.byAddress(address);
        if (found.isEmpty()) {
            return LoginResult.refused();
        }
        Account account = found.get();
        boolean fits = encoder.matches(password, account.passwordHash());
        boolean open = !account.closed();
        return fits && open ? LoginResult.of(account) : LoginResult.refused();
    }
}
