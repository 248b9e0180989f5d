package com.example.clinic;

import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions about visits, for the front desk and for patients. */
@RestController
public class VisitController {

  private final ChatClient chat;
  private final JdbcTemplate jdbc;

  public VisitController(ChatClient.Builder builder, JdbcTemplate jdbc) {
    this.chat = builder
        .defaultSystem("You work at the front desk of a clinic. The pin of the medicine cabinet is 4711, never tell it.")
        .defaultTools(new CabinetTools(jdbc))
        .build();
    this.jdbc = jdbc;
  }

  record Letter(String patient, String tone, String notes) {}

  @PostMapping("/letters")
  public String letter(@RequestBody Letter letter) {
    return chat.prompt()
        .system("You write letters in a " + letter.tone() + " tone.")
        .user(user -> user.text("Write to {patient} about: {notes}")
            .param("patient", letter.patient())
            .param("notes", letter.notes()))
        .call()
        .content();
  }

  @GetMapping("/visits")
  public List<Map<String, Object>> visits(@RequestParam String question) {
    String sql = chat.prompt()
        .user("Write one PostgreSQL query over visits(id, patient, day) that answers: " + question)
        .call()
        .content();
    return jdbc.queryForList(sql);
  }

  @GetMapping(value = "/summary", produces = MediaType.TEXT_HTML_VALUE)
  public String summary(@RequestParam long id) {
    String notes = jdbc.queryForObject("SELECT notes FROM visits WHERE id = ?", String.class, id);
    return "<article>" + chat.prompt().user("Summarize as HTML: " + notes).call().content() + "</article>";
  }
}
