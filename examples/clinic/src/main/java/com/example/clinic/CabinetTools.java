package com.example.clinic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.jdbc.core.JdbcTemplate;

class CabinetTools {

  private final JdbcTemplate jdbc;

  CabinetTools(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Tool(description = "How many packs of a medicine are left")
  int stock(@ToolParam(description = "name of the medicine") String medicine) {
    return jdbc.queryForObject("SELECT packs FROM stock WHERE medicine = ?", Integer.class, medicine);
  }

  @Tool(description = "Changes the stock with an SQL statement")
  void change(String statement) {
    jdbc.execute(statement);
  }

  @Tool(description = "Reads a leaflet")
  String leaflet(String name) throws IOException {
    return Files.readString(Path.of("/srv/leaflets", name));
  }

  @Tool(description = "Prints a label on the label printer")
  void print(String text) throws IOException {
    new ProcessBuilder("sh", "-c", "echo '" + text + "' | lp -d labels").start();
  }
}
