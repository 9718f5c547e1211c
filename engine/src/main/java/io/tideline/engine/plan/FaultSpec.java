package io.tideline.engine.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a fault does, and what it takes to end it. In {@code plan.json} its {@code kind} says which
 * it is, by the word that names its block in the plan file.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(value = NetworkFault.class, name = "network"),
  @Type(value = ProcessFault.class, name = "process"),
  @Type(value = CommandFault.class, name = "command"),
  @Type(value = HttpFault.class, name = "http"),
  @Type(value = PodFault.class, name = "pods")
})
public sealed interface FaultSpec
    permits NetworkFault, ProcessFault, CommandFault, HttpFault, PodFault {

  /** What is broken, in words, such as {@code latency of 200 ms at proxy database}. */
  String inWords();
}
