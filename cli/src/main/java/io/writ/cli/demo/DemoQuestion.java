package io.writ.cli.demo;

import java.util.List;

/**
 * A question of the demo and what it promises.
 *
 * @param shows what a newcomer should see in it
 */
record DemoQuestion(String principal, String text, String expectedMode, String shows) {

    static final List<DemoQuestion> ALL = List.of(
            new DemoQuestion(
                    "dev",
                    "Within how many days can unopened bags be returned, and how many subscribers are there by plan?",
                    "SUPPORTED",
                    "An answer whose words and figures were found in documents and rows that policy released."),
            new DemoQuestion(
                    "dev",
                    "What is the monthly salary of Rui Matos on the payroll?",
                    "INSUFFICIENT_PERMISSION",
                    "The payroll exists, and this principal may not read it: policy says so, and the denial is recorded."),
            new DemoQuestion(
                    "dev",
                    "What is the warranty period of the espresso grinders?",
                    "INSUFFICIENT_EVIDENCE",
                    "Nobody wrote that down, so nobody answers it."));
}
