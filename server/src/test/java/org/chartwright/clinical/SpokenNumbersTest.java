package org.chartwright.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "five, 5", "twenty five, 25", "five hundred, 500", "five hundred five, 505", "one hundred and twenty, 120", "one twenty, 120",
        "one oh five, 105", "one eighteen, 118", "one twenty over eighty, 120/80", "120 over 80, 120/80",
        "one forty two over ninety five, 142/95", "seven point two, 7.2", "two and a half, 2.5",
        "two thousand and eight, 2008", "nineteen eighty five, 1985", "twenty twenty one, 2021", "500, 500", "1.5, 1.5",
        "two thousand fifteen, 2015", "ninety nine, 99"
    })
    void aNumberIsReadAsItIsSaid(String said, String written) {
        assertThat(SpokenNumbers.at(Tokenizer.tokens(said), 0)).hasValueSatisfying(amount -> {
            assertThat(amount.text()).isEqualTo(written);
            assertThat(amount.end()).isEqualTo(Tokenizer.tokens(said).size());
        });
    }

    @Test
    void whatIsSaidTwiceIsReadOnce() {
        assertThat(SpokenNumbers.at(Tokenizer.tokens("five hundred five hundred"), 0))
                .hasValueSatisfying(amount -> assertThat(amount.text()).isEqualTo("500"));
    }
}
