package org.banshi.app.standin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.register.RegisterPort;
import org.jspecify.annotations.Nullable;

/** Other bodies' records, as written in {@code bpmn/registers}. Everybody in them is invented. */
final class DemoRegisters implements RegisterPort {

    /** Outside a demo nothing is connected: no register answers. */
    static final RegisterPort SILENT = new DemoRegisters(Map.of());

    private final Map<String, Register> registers;

    private DemoRegisters(Map<String, Register> registers) {
        this.registers = registers;
    }

    /**
     * What a register says of each identity number; {@code unknown} ones it does not hold, {@code
     * silent} ones get no answer, and of all {@code others} it says the same.
     */
    record Register(
            String register,
            @Nullable Map<String, Map<String, @Nullable Object>> answers,
            @Nullable Map<String, @Nullable Object> others,
            @Nullable List<String> unknown,
            @Nullable List<String> silent) {}

    static DemoRegisters read(Path folder) {
        Map<String, Register> registers = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    Register register = readFile(file);
                    registers.put(register.register(), register);
                }
            } catch (IOException e) {
                throw new StartUpException("cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        return new DemoRegisters(registers);
    }

    private static Register readFile(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readValue(file.toFile(), Register.class);
    }

    @Override
    public Answer ask(String register, FormData about, Authority authority) {
        Register asked = registers.get(register);
        String number = String.valueOf(about.values().get("identityNumber"));
        if (asked == null || asked.silent() != null && asked.silent().contains(number)) {
            return new Answer(RegisterOutcome.NO_ANSWER, FormData.empty());
        }
        Map<String, @Nullable Object> found =
                asked.answers() == null ? null : asked.answers().get(number);
        if (found == null && (asked.unknown() == null || !asked.unknown().contains(number))) {
            found = asked.others();
        }
        return found == null
                ? new Answer(RegisterOutcome.UNKNOWN_PERSON, FormData.empty())
                : new Answer(RegisterOutcome.ANSWERED, new FormData(found));
    }
}
