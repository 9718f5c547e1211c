package io.tideline.simulations.full;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of long exams, run by {@code mvn verify -Pfull} alone. Each of its tests is tried until
 * it was judged once for this state of the source; name the class in {@link ExamTable#CLASSES}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("full")
@ExtendWith(ExamExtension.class)
public @interface Exam {
  /** What is asked, in a few words. */
  String value();
}
