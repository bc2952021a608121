package org.banshi.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.web.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beside what the controllers do. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfig {

    private static final String BEARER = "session";
    private static final String PROBLEM = "application/problem+json";

    @Bean
    OpenAPI description() {
        // A form is a JSON Schema: any object.
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Banshi 办事")
                                .version("1")
                                .description(
                                        "One-stop public services: apply, follow, decide. Instants are"
                                                + " UTC, dates are of Asia/Shanghai. Every failure is a"
                                                + " problem (RFC 9457) in Chinese or, by"
                                                + " Accept-Language, in English."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("From POST /api/v1/sessions.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Every operation can fail, and says how. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance()
                    .readAll(Problem.class)
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach(
                            (path, item) ->
                                    item.readOperationsMap()
                                            .forEach(
                                                    (method, operation) ->
                                                            addProblems(path, method, operation)));
        };
    }

    private static void addProblems(String path, HttpMethod method, Operation operation) {
        Map<String, String> problems = new LinkedHashMap<>();
        problems.put("400", "The request is malformed.");
        problems.put("401", "Not signed in.");
        problems.put("403", "The account may not do this.");
        if (path.contains("{")) {
            problems.put("404", "There is no such thing, or the caller may not see it.");
        }
        if (operation.getRequestBody() != null) {
            problems.put("413", "Too large.");
            problems.put("415", "Of a type that is not accepted.");
            problems.put("422", "A value is wrong.");
        }
        if (method == HttpMethod.POST || method == HttpMethod.DELETE) {
            problems.put("409", "The state does not allow it, or somebody was quicker.");
        }
        if (takes(operation, "If-Match")) {
            problems.put("412", "The version in `If-Match` is stale.");
        }
        problems.put("500", "Our failure; `id` names it in our records.");
        problems.put("503", "Busy, or a read model is behind: try again.");
        problems.forEach(
                (status, words) -> {
                    if (!operation.getResponses().containsKey(status)) {
                        operation.getResponses().addApiResponse(status, problem(words));
                    }
                });
    }

    private static boolean takes(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(header));
    }

    private static ApiResponse problem(String words) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(words)
                .content(new Content().addMediaType(PROBLEM, new MediaType().schema(schema)));
    }
}
