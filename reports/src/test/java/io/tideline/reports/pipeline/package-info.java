/**
 * Runs the Jenkinsfile. Begin with {@link io.tideline.reports.pipeline.JenkinsfileTest}; what
 * stands in for Jenkins is in {@link io.tideline.reports.pipeline.Build}.
 */
package io.tideline.reports.pipeline;
